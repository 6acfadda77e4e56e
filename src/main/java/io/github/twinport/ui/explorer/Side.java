// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

/** Whose files a pane shows. */
public enum Side {
    /** This computer. */
    LOCAL,
    /** The server. */
    REMOTE
}
