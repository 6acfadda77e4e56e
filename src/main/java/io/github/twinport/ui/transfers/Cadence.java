// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work of one thread that is asked for often from any thread: the first request runs it at once, all that follow within
 * the pause after a run are one more run at the pause's end.
 */
final class Cadence {

    private final Executor thread;
    private final Pause pause;
    private final Runnable work;
    private final AtomicBoolean requested = new AtomicBoolean();

    // Of the one thread.
    private boolean pausing;

    /**
     * Couples work to a thread.
     *
     * @param thread where the work runs
     * @param pause lets time pass between two runs
     * @param work what to do
     */
    Cadence(Executor thread, Pause pause, Runnable work) {
        this.thread = thread;
        this.pause = pause;
        this.work = work;
    }

    /** Asks for a run. Any thread; costs nothing when already asked. */
    void request() {
        if (requested.compareAndSet(false, true)) {
            thread.execute(() -> {
                if (!pausing) {
                    run();
                }
            });
        }
    }

    private void run() {
        requested.set(false);
        pausing = true;
        pause.then(this::resume);
        work.run();
    }

    private void resume() {
        pausing = false;
        if (requested.get()) {
            run();
        }
    }

    /** Lets time pass without blocking. */
    @FunctionalInterface
    interface Pause {

        /** Runs the work on the same thread after the pause. */
        void then(Runnable work);
    }
}
