// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;

/** The program's mark in all sizes that docks and title bars ask for. */
final class WindowIcons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private WindowIcons() {}

    static void addTo(ObservableList<Image> icons) {
        for (int size : SIZES) {
            icons.add(image(size));
        }
    }

    static Image image(int size) {
        InputStream file =
                WindowIcons.class.getResourceAsStream("/io/github/twinport/ui/icons/twinport-" + size + ".png");
        return new Image(Objects.requireNonNull(file));
    }
}
