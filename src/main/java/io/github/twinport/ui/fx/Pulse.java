// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;

/**
 * Work of the JavaFX thread that is asked for far more often than the screen is painted: it runs once for all the
 * requests since the last frame. What it shows it takes from the latest state, never from the single request.
 */
public final class Pulse {

    private final FxThread fx;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AnimationTimer nextFrame;

    /**
     * Couples work to the frames of the screen.
     *
     * @param fx where the work runs
     * @param work what to do in the next frame after a request
     */
    public Pulse(FxThread fx, Runnable work) {
        this.fx = fx;
        nextFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                requested.set(false);
                work.run();
            }
        };
    }

    /** Asks for one run in the next frame. Any thread; costs nothing when already asked. */
    public void request() {
        if (requested.compareAndSet(false, true)) {
            fx.execute(nextFrame::start);
        }
    }
}
