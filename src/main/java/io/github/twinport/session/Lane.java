// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.control.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread and the operations that wait for it. A platform thread: on a virtual one a gigabyte uploaded from a file
 * took four times the processor time, because the system's copying from file to socket is not used there, and there are
 * only as many lanes as connections. All methods may be called from any thread.
 */
final class Lane implements AutoCloseable {

    private final Watchdog watchdog;
    private final Idle idle;
    private final Runnable farewell;
    private final LinkedBlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Object lock = new Object();
    private @Nullable Job<?> running;
    private boolean idling;
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param name names the thread
     * @param watchdog is told when the running operation is cancelled
     * @param idle is done while nothing waits
     * @param farewell runs last, on the lane thread
     */
    Lane(String name, Watchdog watchdog, Idle idle, Runnable farewell) {
        this.watchdog = watchdog;
        this.idle = idle;
        this.farewell = farewell;
        Thread.ofPlatform().daemon().name("lane " + name).start(this::run);
    }

    <T> CompletableFuture<T> submit(Work<T> work) {
        Job<T> job = new Job<>(work);
        synchronized (lock) {
            if (closed) {
                job.result.completeExceptionally(new Cancelled());
            } else {
                waiting.add(job);
            }
        }
        return job.result;
    }

    private void run() {
        while (true) {
            Job<?> job = next();
            if (job == null) {
                farewell.run();
                return;
            }
            job.run();
            synchronized (lock) {
                running = null;
                watchdog.reset();
            }
        }
    }

    private @Nullable Job<?> next() {
        try {
            while (true) {
                Job<?> job = waiting.poll(idle.untilNext().toNanos(), TimeUnit.NANOSECONDS);
                if (job == null) {
                    runIdle();
                    continue;
                }
                boolean stop;
                synchronized (lock) {
                    stop = closed;
                    if (!stop && !job.result.isDone()) {
                        running = job;
                        return job;
                    }
                }
                if (stop) {
                    // It may have left the queue before close() looked there.
                    job.result.completeExceptionally(new Cancelled());
                    return null;
                }
            }
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void runIdle() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            idling = true;
        }
        idle.run();
        synchronized (lock) {
            idling = false;
            watchdog.reset();
        }
    }

    /** Fails the operations that wait; those that come later are done. */
    void failWaiting(Throwable cause) {
        List<Job<?>> failed = new ArrayList<>(waiting);
        failed.forEach(job -> job.result.completeExceptionally(cause));
    }

    private void cancel(Job<?> job) {
        synchronized (lock) {
            if (running == job) {
                watchdog.cancel();
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            if (running != null || idling) {
                watchdog.cancel();
            }
        }
        failWaiting(new Cancelled());
        waiting.add(new Job<>(() -> null));
    }

    /** What is done between the operations; called on the lane thread. */
    interface Idle {

        /** How long nothing has to happen before the next time. */
        Duration untilNext();

        /** Does it, without throwing. */
        void run();
    }

    /** What a job does. */
    @FunctionalInterface
    interface Work<T> {
        @Nullable
        T run() throws IOException;
    }

    private final class Job<T> {
        private final Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                Lane.this.cancel(Job.this);
                return cancelled;
            }
        };

        Job(Work<T> work) {
            this.work = work;
        }

        void run() {
            try {
                result.complete(work.run());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }
}
