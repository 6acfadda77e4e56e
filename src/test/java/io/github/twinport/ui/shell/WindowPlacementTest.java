// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.settings.WindowBounds;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlacementTest {

    private static final WindowPlacement TWO_SCREENS =
            new WindowPlacement(List.of(new Rectangle2D(0, 30, 1920, 1050), new Rectangle2D(1920, 0, 1280, 1024)));

    @Test
    void leavesAVisibleWindowAlone() {
        WindowBounds bounds = new WindowBounds(100, 100, 1000, 700, true);

        assertThat(TWO_SCREENS.clamp(bounds)).isEqualTo(bounds);
        WindowBounds other = new WindowBounds(2000, 100, 1000, 700, false);
        assertThat(TWO_SCREENS.clamp(other)).isEqualTo(other);
    }

    @Test
    void bringsBackAWindowOfAScreenThatIsGone() {
        assertThat(TWO_SCREENS.clamp(new WindowBounds(5000, -900, 1000, 700, false)))
                .isEqualTo(new WindowBounds(920, 30, 1000, 700, false));
    }

    @Test
    void shrinksAWindowThatIsLargerThanItsScreen() {
        assertThat(TWO_SCREENS.clamp(new WindowBounds(1930, 10, 3000, 2000, false)))
                .isEqualTo(new WindowBounds(1920, 0, 1280, 1024, false));
    }

    @Test
    void keepsAnUsableSize() {
        WindowBounds bounds = TWO_SCREENS.clamp(new WindowBounds(10, 40, 5, 5, false));

        assertThat(bounds.width()).isEqualTo(WindowPlacement.MIN_WIDTH);
        assertThat(bounds.height()).isEqualTo(WindowPlacement.MIN_HEIGHT);
    }

    @Test
    void centresTheFirstWindow() {
        assertThat(TWO_SCREENS.clamp(new WindowBounds(0, 0, 0, 0, false)))
                .isEqualTo(new WindowBounds(340, 145, 1240, 820, false));
    }

    @Test
    void fitsASmallScreen() {
        WindowPlacement small = new WindowPlacement(List.of(new Rectangle2D(0, 0, 640, 400)));

        assertThat(small.clamp(new WindowBounds(0, 0, 0, 0, false))).isEqualTo(new WindowBounds(0, 0, 640, 400, false));
    }
}
