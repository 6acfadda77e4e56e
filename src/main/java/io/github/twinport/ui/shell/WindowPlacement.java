// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.settings.WindowBounds;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where a window may stand so that the user can reach it: inside a screen that is there now. Screens come and go between
 * two starts. Immutable; any thread.
 */
record WindowPlacement(List<Rectangle2D> screens) {

    /** The smallest size in which the window is of use. */
    static final double MIN_WIDTH = 790;

    /** The smallest height in which the window is of use. */
    static final double MIN_HEIGHT = 480;

    private static final double FIRST_WIDTH = 1240;
    private static final double FIRST_HEIGHT = 820;

    /** The wanted bounds moved and shrunk into the screen that shows most of them; centred when never placed before. */
    WindowBounds clamp(WindowBounds wanted) {
        boolean placed = wanted.width() >= 1 && wanted.height() >= 1;
        Rectangle2D screen = placed ? best(wanted) : screens.getFirst();
        double width = Math.min(screen.getWidth(), Math.max(MIN_WIDTH, placed ? wanted.width() : FIRST_WIDTH));
        double height = Math.min(screen.getHeight(), Math.max(MIN_HEIGHT, placed ? wanted.height() : FIRST_HEIGHT));
        double x = placed ? wanted.x() : screen.getMinX() + (screen.getWidth() - width) / 2;
        double y = placed ? wanted.y() : screen.getMinY() + (screen.getHeight() - height) / 2;
        return new WindowBounds(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                wanted.maximized());
    }

    private Rectangle2D best(WindowBounds wanted) {
        return screens.stream()
                .max(Comparator.comparingDouble(screen -> shared(screen, wanted)))
                .orElseThrow();
    }

    private static double shared(Rectangle2D screen, WindowBounds wanted) {
        double width = Math.min(screen.getMaxX(), wanted.x() + wanted.width()) - Math.max(screen.getMinX(), wanted.x());
        double height =
                Math.min(screen.getMaxY(), wanted.y() + wanted.height()) - Math.max(screen.getMinY(), wanted.y());
        return Math.max(0, width) * Math.max(0, height);
    }
}
