// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import io.github.twinport.ui.explorer.RemotePaneFiles;

/** The pane of the server's files. */
record ExplorerRemotePane(ExplorerPane pane, ExplorerModel model, Messages messages)
        implements ExplorerFilePane, RemotePane {

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
