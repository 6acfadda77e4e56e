// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads that stay for a moment when they have nothing to do. Platform threads, because they work on files and
 * do what their connections have to do: see {@link io.github.twinport.session.Session#call}.
 */
final class KeptThreads implements WorkerThreads {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Executor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEPT.toNanos(),
            TimeUnit.NANOSECONDS,
            new SynchronousQueue<>(),
            work -> new Kept(this, work));

    @Override
    public void execute(Runnable work) {
        Turn turn = current();
        if (turn == null || !turn.takes(work)) {
            threads.execute(new Turn(work));
        }
    }

    @Override
    public void finish(Runnable last) {
        Turn turn = current();
        if (turn == null) {
            last.run();
            return;
        }
        turn.finishing = true;
        try {
            last.run();
        } finally {
            turn.finishing = false;
        }
    }

    private @Nullable Turn current() {
        return Thread.currentThread() instanceof Kept thread && thread.owner == this ? thread.turn : null;
    }

    private static final class Kept extends Thread {

        private final KeptThreads owner;
        private @Nullable Turn turn;

        Kept(KeptThreads owner, Runnable work) {
            super(work, "transfer");
            this.owner = owner;
            setDaemon(true);
        }
    }

    /** One thread's work, piece after piece. */
    private static final class Turn implements Runnable {

        private @Nullable Runnable next;
        private boolean finishing;

        Turn(Runnable first) {
            next = first;
        }

        boolean takes(Runnable work) {
            boolean free = finishing && next == null;
            if (free) {
                next = work;
            }
            return free;
        }

        @Override
        public void run() {
            Thread self = Thread.currentThread();
            if (self instanceof Kept thread) {
                thread.turn = this;
            }
            Runnable work = next;
            while (work != null) {
                next = null;
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    // As on a thread that ends with it; but the next work must not be lost.
                    self.getUncaughtExceptionHandler().uncaughtException(self, e);
                }
                work = next;
            }
        }
    }
}
