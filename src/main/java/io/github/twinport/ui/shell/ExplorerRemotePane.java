// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;
import io.github.twinport.ui.explorer.Location;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import io.github.twinport.ui.explorer.RemotePaneFiles;
import java.util.Optional;
import javafx.scene.layout.Region;

/** The pane of the server's files. */
record ExplorerRemotePane(ExplorerPane pane, ExplorerModel model, Messages messages) implements RemotePane {

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

    @Override
    public void attach(Connected connected) {
        pane.titleProperty().set(connected.request().name());
        model.attach(new RemotePaneFiles(connected.session()), new RemoteFolder(connected.folder()));
    }

    @Override
    public void detach() {
        pane.titleProperty().set(messages.text("explorer.remote"));
        model.detach();
    }
}
