// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.control.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection's operations: one at a time, in their order, on a thread of its own or on that of a caller who would wait
 * for it anyway. A platform thread, because operations read and write files, which holds up the threads that carry virtual
 * ones, and because there are only as many lanes as connections. All methods may be called from any thread.
 */
final class Lane implements AutoCloseable {

    /** Whoever waits for nothing in particular looks again after this time. */
    private static final long LONGEST_WAIT = Duration.ofDays(365).toNanos();

    private final Watchdog watchdog;
    private final Idle idle;
    private final Runnable farewell;
    private final Object lock = new Object();

    // Guarded by the lock.
    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private @Nullable Job<?> running;
    private boolean idling;
    private boolean closed;
    private long lastEnd = System.nanoTime();
    private long wakesAt;

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
        submit(job);
        return job.result;
    }

    /**
     * Like {@link #submit}, but does the work on the calling thread where nothing else is being done or waits, which saves
     * two changes of threads. May block.
     *
     * @param begins takes the future before the work begins
     */
    <T> CompletableFuture<T> call(Work<T> work, Consumer<CompletableFuture<T>> begins) {
        Job<T> job = new Job<>(work);
        begins.accept(job.result);
        boolean mine;
        synchronized (lock) {
            mine = !closed && !idling && running == null && waiting.isEmpty() && !job.result.isDone();
            if (mine) {
                running = job;
            }
        }
        if (mine) {
            job.run();
            ended();
        } else if (!job.result.isDone()) {
            submit(job);
        }
        return job.result;
    }

    private void submit(Job<?> job) {
        synchronized (lock) {
            if (!closed) {
                waiting.add(job);
                lock.notifyAll();
                return;
            }
        }
        job.result.completeExceptionally(new Cancelled());
    }

    private void run() {
        while (true) {
            Job<?> job = next();
            if (job != null) {
                job.run();
                ended();
            } else if (mayIdle()) {
                idle.run();
                ended();
            } else {
                farewell.run();
                return;
            }
        }
    }

    private boolean mayIdle() {
        synchronized (lock) {
            return idling;
        }
    }

    /** An operation or what is done between them is over; the lane thread has to look when it waits for something else. */
    private void ended() {
        synchronized (lock) {
            running = null;
            idling = false;
            watchdog.reset();
            lastEnd = System.nanoTime();
            if (closed || !waiting.isEmpty() || wakesAt - (lastEnd + untilIdle()) > 0) {
                lock.notifyAll();
            }
        }
    }

    /** The next operation; null when it is time for {@link Idle#run} or, unless {@link #idling} is set, for the end. */
    private @Nullable Job<?> next() {
        synchronized (lock) {
            try {
                while (true) {
                    if (running != null) {
                        await(LONGEST_WAIT);
                    } else if (closed) {
                        return null;
                    } else if (!waiting.isEmpty()) {
                        Job<?> job = waiting.remove();
                        if (!job.result.isDone()) {
                            running = job;
                            return job;
                        }
                    } else if (untilIdle() <= 0) {
                        idling = true;
                        return null;
                    } else {
                        await(untilIdle());
                    }
                }
            } catch (InterruptedException e) {
                return null;
            }
        }
    }

    private void await(long nanos) throws InterruptedException {
        wakesAt = System.nanoTime() + nanos;
        TimeUnit.NANOSECONDS.timedWait(lock, nanos);
    }

    private long untilIdle() {
        long wait = Math.min(idle.untilNext().toNanos(), LONGEST_WAIT);
        return wait - (System.nanoTime() - lastEnd);
    }

    /** Fails the operations that wait; those that come later are done. */
    void failWaiting(Throwable cause) {
        List<Job<?>> failed;
        synchronized (lock) {
            failed = List.copyOf(waiting);
        }
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
            lock.notifyAll();
        }
        failWaiting(new Cancelled());
    }

    /** What is done between the operations; called while nothing else is done. */
    interface Idle {

        /** How long nothing has to happen before the next time; fast. */
        Duration untilNext();

        /** Does it on the lane thread, without throwing. */
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
