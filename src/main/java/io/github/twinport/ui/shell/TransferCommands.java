// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.ui.transfers.QueueHolds;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The commands that act on the whole queue. */
record TransferCommands(TransferQueue queue, QueueHolds holds, Messages messages) {

    List<List<Command>> sections() {
        return List.of(
                List.of(
                        Command.always(
                                "command-pause-all",
                                messages.text("command.pauseAll"),
                                key(KeyCode.P),
                                holds::pauseAll),
                        Command.always(
                                "command-resume-all",
                                messages.text("command.resumeAll"),
                                key(KeyCode.G),
                                holds::resumeAll)),
                List.of(
                        Command.always(
                                "command-retry-failed",
                                messages.text("command.retryFailed"),
                                key(KeyCode.R),
                                queue::retryFailed),
                        Command.always(
                                "command-remove-finished",
                                messages.text("command.removeFinished"),
                                key(KeyCode.BACK_SPACE),
                                queue::removeFinished)));
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
