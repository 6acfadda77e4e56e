// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a command does and asks when all its transfers are over. Any thread. */
public final class QueueEnd {

    private static final long END_NANOS = 1_000_000_000L;

    private final Object lock;
    private final QueueState state;
    private final Consumer<Runnable> changer;
    private final ConnectionPool pool;

    QueueEnd(Object lock, QueueState state, Consumer<Runnable> changer, ConnectionPool pool) {
        this.pool = pool;
        this.lock = lock;
        this.state = state;
        this.changer = changer;
    }

    /** Removes the temporary files that ended commands have left of files which are not there any more. */
    public void removeLeftovers() {
        changer.accept(() -> state.leftovers().takeUnclaimed().forEach(state.scheduler()::remove));
    }

    /** Whether nothing runs, the removal of temporary files included. */
    public boolean isIdle() {
        synchronized (lock) {
            return state.scheduler().running().isEmpty() && !state.scheduler().isRemoving();
        }
    }

    /** Gives the servers their places back when nothing runs any more, while the queue still has its targets for itself. */
    public void disconnect() {
        pool.close();
    }

    /** The files for which there was no room when the queue, or a server, was paused for that, each with the reason. */
    public List<TransferItem> refused() {
        synchronized (lock) {
            return state.refused();
        }
    }

    /** Gives stopped attempts a moment to say what they leave. */
    void awaitStopped() {
        long end = System.nanoTime() + END_NANOS;
        try {
            synchronized (lock) {
                long left = END_NANOS;
                while (!state.running().isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(lock, left);
                    left = end - System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
