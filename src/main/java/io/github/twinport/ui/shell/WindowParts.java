// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * What the main window is put together from.
 *
 * @param local the pane of this computer's files
 * @param remote the pane of the server's files
 * @param transfers the table of transfers
 * @param log the protocol log
 * @param queueSummary what the status bar says about the queue
 * @param version the version of the program
 * @param transferCommands the commands of the queue, by sections of the menu
 */
record WindowParts(
        FilePane local,
        RemotePane remote,
        Region transfers,
        Region log,
        ObservableValue<String> queueSummary,
        String version,
        List<List<Command>> transferCommands) {}
