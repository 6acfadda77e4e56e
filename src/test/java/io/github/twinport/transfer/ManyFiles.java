// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.i18n.Messages;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue for a server that has as many files as wanted and no content: each is listed as a link that leads to a folder,
 * which the queue leaves alone, so that only the queue itself takes time and memory.
 */
final class ManyFiles implements AutoCloseable {

    private static final int BATCH = 500;

    final ParallelTransferQueue queue;
    final AtomicLong looked = new AtomicLong();
    private final int folders;
    private final int files;
    private final Path local;
    private volatile boolean closed;

    /** Whether the links lead to files, which are transferred. */
    volatile boolean leadToFiles;

    /** Whether no file can be looked at, so that all fail. */
    volatile boolean broken;

    /** A top folder with folders that have some files each. */
    ManyFiles(Path local, int folders, int files, int workers, Journal journal) {
        this.local = local;
        this.folders = folders;
        this.files = files;
        queue = new ParallelTransferQueue(
                workers,
                new Explainer(Messages.forLocale(Locale.ENGLISH)),
                EntryFilter.EVERYTHING,
                journal,
                new Surroundings(
                        task -> Thread.ofVirtual().start(task),
                        (nanos, task) -> CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS)
                                .execute(task),
                        System::nanoTime,
                        () -> 0.5,
                        settings -> connection(),
                        LocalFiles.DISK,
                        DiskSync.ofThisSystem()));
        queue.start(Logins.NONE);
    }

    void add() {
        queue.add(List.of(new TransferRequest(
                FakeWorld.connection("user"),
                Direction.DOWNLOAD,
                local.resolve("top"),
                RemotePath.of("top"),
                true,
                Entry.UNKNOWN_SIZE)));
    }

    /** Waits until something is so. */
    void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    /** The bytes in use after the garbage is gone. */
    static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    private WorkerConnection connection() {
        return (WorkerConnection) Proxy.newProxyInstance(
                ManyFiles.class.getClassLoader(),
                new Class<?>[] {WorkerConnection.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws IOException {
        if (arguments != null && method.getName().equals("list")) {
            list((RemotePath) arguments[0], (Consumer<List<Entry>>) arguments[1]);
        }
        if (method.getName().equals("changeFolder")) {
            looked.incrementAndGet();
            if (leadToFiles) {
                throw FakeServer.refused(550);
            }
            if (broken) {
                throw new IOException("broken");
            }
        }
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return true;
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type == long.class ? 0L : null;
    }

    private void list(RemotePath folder, Consumer<List<Entry>> batches) {
        boolean top = folder.name().equals("top");
        List<Entry> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < (top ? folders : files) && !closed; i++) {
            batch.add(Entry.named(
                    (top ? "folder" : "file-of-usual-length-") + i, top ? EntryKind.FOLDER : EntryKind.LINK));
            if (batch.size() == BATCH) {
                batches.accept(List.copyOf(batch));
                batch.clear();
            }
        }
        batches.accept(batch);
    }

    @Override
    public void close() {
        closed = true;
        queue.close();
    }
}
