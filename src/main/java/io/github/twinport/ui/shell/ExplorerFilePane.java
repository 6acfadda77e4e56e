// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;
import io.github.twinport.ui.explorer.Location;
import java.util.Optional;
import javafx.scene.layout.Region;

/** What the panes of both sides have in common. JavaFX thread only. */
interface ExplorerFilePane extends FilePane {

    ExplorerPane pane();

    ExplorerModel model();

    @Override
    default Region view() {
        return pane();
    }

    @Override
    default void focus() {
        pane().focusTable();
    }

    @Override
    default String folder() {
        return Optional.ofNullable(model().locationProperty().get())
                .map(Location::text)
                .orElse("");
    }

    @Override
    default void open(String folder) {
        model().goToTyped(folder);
    }
}
