// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import javafx.scene.layout.Region;

/** One of the two file panes as the window sees it. JavaFX thread only. */
public interface FilePane {

    /** What is shown. */
    Region view();

    /** Gives the keyboard to its table. */
    void focus();

    /** The folder that is shown, as text; empty when none is. */
    String folder();

    /** Shows another folder; what is no folder is explained in the pane. */
    void open(String folder);
}
