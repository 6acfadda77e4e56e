// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.Pulse;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the share that the first of two parts has when the window changes its size. JavaFX itself shares out what is
 * gained or lost, so that a window that is shown, then sized, then maximised ends with other shares than it was given.
 */
final class KeptDivision {

    private double share;

    KeptDivision(SplitPane split, double share) {
        this.share = share;
        Pulse apply = new Pulse(new FxThread(), () -> split.setDividerPositions(this.share));
        split.setDividerPositions(share);
        split.layoutBoundsProperty().subscribe((before, now) -> apply.request());
        split.addEventHandler(
                MouseEvent.MOUSE_RELEASED,
                released -> this.share = Math.clamp(split.getDividerPositions()[0], 0.05, 0.95));
    }

    /** The share that was given or that the user has made of it. */
    double share() {
        return share;
    }
}
