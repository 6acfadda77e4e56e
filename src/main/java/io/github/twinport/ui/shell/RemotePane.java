// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

/** The pane of the server's files as the window sees it. JavaFX thread only. */
public interface RemotePane extends FilePane {

    /** Shows the files behind a connection; the one before is not used any more. */
    void attach(Connected connected);

    /** Shows that nothing is connected. */
    void detach();
}
