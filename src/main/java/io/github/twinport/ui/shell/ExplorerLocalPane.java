// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ui.explorer.ExplorerModel;
import io.github.twinport.ui.explorer.ExplorerPane;

/** The pane of this computer's files. */
record ExplorerLocalPane(ExplorerPane pane, ExplorerModel model) implements ExplorerFilePane {}
