// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX application thread as an executor. Any thread may hand work to it. */
public final class FxThread implements Executor {

    /** Makes the executor; the toolkit has to run before the first work is handed over. */
    public FxThread() {}

    /**
     * Runs the work on the JavaFX thread: at once when called there, otherwise as soon as that thread gets to it. Work
     * that comes often belongs into a {@link Pulse}, which does not flood the thread.
     */
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
