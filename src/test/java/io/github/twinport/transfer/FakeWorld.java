// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.rules.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A queue without threads and with a clock that only moves when told: work waits until the test runs it. The servers'
 * names are those of the users, which all see the same files.
 */
final class FakeWorld implements AutoCloseable {

    private record Later(long at, Runnable task) {}

    final FakeServer server;
    final ParallelTransferQueue queue;
    final ConnectionSettings connection = connection("user");

    /** How the disk is made to have what was written. */
    DiskSync disk = DiskSync.ofThisSystem();

    private final Path folder;
    private final Deque<Runnable> work = new ConcurrentLinkedDeque<>();
    private final List<Later> later = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
    private final AtomicInteger changes = new AtomicInteger();

    FakeWorld(Path folder, int workers) {
        this(folder, workers, LocalFiles.DISK);
    }

    FakeWorld(Path folder, int workers, LocalFiles files) {
        this(folder, workers, files, new FakeServer(), Journal.NONE);
    }

    FakeWorld(Path folder, int workers, EntryFilter filter) {
        this(folder, workers, LocalFiles.DISK, new FakeServer(), Journal.NONE, filter);
    }

    FakeWorld(Path folder, int workers, LocalFiles files, FakeServer server, Journal journal) {
        this(folder, workers, files, server, journal, EntryFilter.EVERYTHING);
    }

    private FakeWorld(
            Path folder, int workers, LocalFiles files, FakeServer server, Journal journal, EntryFilter filter) {
        this.folder = folder;
        this.server = server;
        queue = new ParallelTransferQueue(
                workers,
                new Explainer(Messages.forLocale(Locale.ENGLISH)),
                filter,
                journal,
                new Surroundings(
                        work::add,
                        (nanos, task) -> later.add(new Later(now.get() + nanos, task)),
                        now::get,
                        () -> 0.5,
                        settings -> server.connect(),
                        files,
                        written -> disk.sync(written)));
        queue.onChange(changes::incrementAndGet);
    }

    static ConnectionSettings connection(String user) {
        return new ConnectionSettings(
                new Server("server", 21, Security.PLAIN),
                new Credentials(user, ""),
                TlsSettings.of(TrustDecider.STRICT),
                line -> {});
    }

    /** Decides all conflicts that wait, and lets happen what follows. */
    void decide(Decision decision) {
        queue.decide(queue.conflicts().stream().map(Conflict::item).toList(), decision);
        run();
    }

    TransferRequest download(String name) {
        return new TransferRequest(
                connection, Direction.DOWNLOAD, folder.resolve(name), RemotePath.of(name), false, Entry.UNKNOWN_SIZE);
    }

    TransferRequest downloadFolder(String name) {
        return new TransferRequest(
                connection, Direction.DOWNLOAD, folder.resolve(name), RemotePath.of(name), true, Entry.UNKNOWN_SIZE);
    }

    TransferRequest upload(String name) {
        return new TransferRequest(
                connection, Direction.UPLOAD, folder.resolve(name), RemotePath.of(name), false, Entry.UNKNOWN_SIZE);
    }

    TransferRequest uploadFolder(String name) {
        return new TransferRequest(
                connection, Direction.UPLOAD, folder.resolve(name), RemotePath.of(name), true, Entry.UNKNOWN_SIZE);
    }

    void add(TransferRequest... requests) {
        queue.add(List.of(requests));
    }

    /** Lets one worker do its attempt to the end; false when nobody has anything to do. */
    boolean step() {
        Runnable next = work.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    /** Lets everything happen that needs no time. */
    void run() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    /** How many attempts have been handed to workers and not begun. */
    int handedOut() {
        return work.size();
    }

    /** Lets time pass in the middle of something. */
    void elapse(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Lets time pass, timers run, and everything happen that then needs no more time. */
    void pass(Duration time) {
        now.addAndGet(time.toNanos());
        for (Later due : List.copyOf(later)) {
            if (due.at - now.get() <= 0) {
                later.remove(due);
                due.task.run();
            }
        }
        run();
    }

    int changes() {
        return changes.get();
    }

    TransferItem item(String name) {
        return queue.snapshot().items().stream()
                .filter(item -> LocalTarget.name(item.request().local()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    TransferState state(String name) {
        return item(name).state();
    }

    List<Long> ids(String... names) {
        return List.of(names).stream().map(name -> item(name).id()).toList();
    }

    List<String> names() {
        return queue.snapshot().items().stream()
                .map(item -> LocalTarget.name(item.request().local()))
                .toList();
    }

    QueueSnapshot.Total total() {
        return queue.snapshot().total();
    }

    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().start(queue::close);
        while (closing.isAlive()) {
            // The queue gives what it has stopped a moment to end; before it waits, something may not be stopped yet.
            if (closing.getState() == Thread.State.TIMED_WAITING) {
                step();
            }
            Thread.onSpinWait();
        }
    }
}
