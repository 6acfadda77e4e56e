// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.session.Session;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** A queue with real threads, connections and files whose pauses between attempts are short. Conflicts are overwritten. */
final class RealTransfers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Queue<String> log = new ConcurrentLinkedQueue<>();
    final ParallelTransferQueue queue;
    private ConnectionSettings connection;
    private final Object lock = new Object();
    private boolean changed;
    TransferRules rules = TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE);

    RealTransfers(String host, int port, Security security, int workers) {
        this(host, port, security, workers, LocalFiles.DISK);
    }

    RealTransfers(String host, int port, Security security, int workers, LocalFiles files) {
        this(host, port, security, workers, files, EntryFilter.EVERYTHING);
    }

    RealTransfers(String host, int port, Security security, int workers, LocalFiles files, EntryFilter filter) {
        connection = new ConnectionSettings(
                new Server(host, port, security),
                new Credentials("test", "test"),
                new TlsSettings(
                        TestCertificates.get().trustManager(), TrustDecider.STRICT, TlsSettings.MODERN_VERSIONS),
                line -> log.add(line.connection() + " " + line.text()));
        queue = impatient(workers, files, Journal.NONE, filter);
        queue.onChange(() -> {
            synchronized (lock) {
                changed = true;
                lock.notifyAll();
            }
        });
    }

    /** A queue whose pauses between attempts are a fiftieth of what they are. */
    static ParallelTransferQueue impatient(int workers, LocalFiles files, Journal journal) {
        return impatient(workers, files, journal, EntryFilter.EVERYTHING);
    }

    private static ParallelTransferQueue impatient(int workers, LocalFiles files, Journal journal, EntryFilter filter) {
        return new ParallelTransferQueue(
                workers,
                new Explainer(Messages.forLocale(Locale.ENGLISH)),
                filter,
                journal,
                new Surroundings(
                        task -> Thread.ofVirtual().start(task),
                        (nanos, task) -> CompletableFuture.delayedExecutor(nanos / 50, TimeUnit.NANOSECONDS)
                                .execute(task),
                        new FastClock(),
                        () -> 0.5,
                        settings -> new SessionConnection(new Session(settings)),
                        files,
                        DiskSync.ofThisSystem()));
    }

    /** Waits no longer than this for anything that a server does, in what is added from now on. */
    void limit(Duration wait) {
        connection = new ConnectionSettings(
                connection.server(),
                connection.credentials(),
                connection.dataMode(),
                connection.charset(),
                connection.tls(),
                new Timeouts(wait, wait, wait, wait, wait, wait),
                connection.transcript());
    }

    void download(Path local, String remote, boolean folder) {
        queue.add(List.of(new TransferRequest(
                        connection, Direction.DOWNLOAD, local, RemotePath.of(remote), folder, Entry.UNKNOWN_SIZE)
                .withRules(rules)));
    }

    void upload(Path local, String remote, boolean folder) {
        queue.add(List.of(new TransferRequest(
                        connection, Direction.UPLOAD, local, RemotePath.of(remote), folder, Entry.UNKNOWN_SIZE)
                .withRules(rules)));
    }

    /** Waits until nothing moves any more by itself, and returns how it is then. */
    QueueSnapshot awaitEnd() throws InterruptedException {
        return await(snapshot -> snapshot.total().paused()
                ? snapshot.total().running() == 0
                : snapshot.items().stream().allMatch(item -> item.state().isFinished()));
    }

    /** Waits until the queue is as it should be. */
    QueueSnapshot await(Predicate<QueueSnapshot> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            synchronized (lock) {
                changed = false;
            }
            QueueSnapshot snapshot = queue.snapshot();
            if (condition.test(snapshot)) {
                return snapshot;
            }
            synchronized (lock) {
                while (!changed) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        throw new AssertionError("waited in vain: " + snapshot + "\n" + String.join("\n", log));
                    }
                    lock.wait(left);
                }
            }
        }
    }

    @Override
    public void close() {
        queue.close();
    }

    /** Fifty times as fast as any other, as are the delays. */
    private static final class FastClock implements LongSupplier {

        private final long start = System.nanoTime();

        @Override
        public long getAsLong() {
            return (System.nanoTime() - start) * 50;
        }
    }
}
