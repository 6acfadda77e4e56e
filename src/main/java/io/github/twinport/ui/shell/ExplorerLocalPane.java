// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;
import io.github.twinport.ui.explorer.Location;
import java.util.Optional;
import javafx.scene.layout.Region;

/** The pane of this computer's files. */
record ExplorerLocalPane(ExplorerPane pane, ExplorerModel model) implements FilePane {

    @Override
    public Region view() {
        return pane;
    }

    @Override
    public void focus() {
        pane.focusTable();
    }

    @Override
    public String folder() {
        return Optional.ofNullable(model.locationProperty().get())
                .map(Location::text)
                .orElse("");
    }

    @Override
    public void open(String folder) {
        model.goToTyped(folder);
    }
}
