// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a pane. */
final class PaneKeys {

    private final ExplorerModel model;
    private final ExplorerCommands commands;
    private final EntryTable table;
    private final NameJump jump = new NameJump(System::nanoTime);

    PaneKeys(ExplorerModel model, ExplorerCommands commands, EntryTable table) {
        this.model = model;
        this.commands = commands;
        this.table = table;
    }

    /** Keys that act anywhere in the pane. */
    void pressedInPane(KeyEvent event) {
        for (PaneCommand command : PaneCommand.values()) {
            boolean inText = event.getTarget() instanceof TextInputControl;
            if (command.keys().match(event) && !command.isOfTable() && !(inText && command == PaneCommand.TRANSFER)) {
                event.consume();
                commands.run(command);
                return;
            }
        }
    }

    /** Keys that act in the table, before the table's own. */
    void pressedInTable(KeyEvent event) {
        for (PaneCommand command : PaneCommand.values()) {
            if (command.keys().match(event) && command.isOfTable()) {
                event.consume();
                commands.run(command);
                return;
            }
        }
        if (event.getCode() == KeyCode.BACK_SPACE) {
            event.consume();
            commands.run(PaneCommand.UP);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.stop();
            model.filterProperty().set("");
        } else if (event.getCode() == KeyCode.SPACE && jump.isTyping()) {
            event.consume();
        }
    }

    /** A typed character jumps to a name. */
    void typedInTable(KeyEvent event) {
        String character = event.getCharacter();
        boolean text = !character.isEmpty()
                && character.codePointAt(0) >= ' '
                && character.codePointAt(0) != 0x7F
                && !event.isShortcutDown()
                && !event.isAltDown();
        if (text && (!character.isBlank() || jump.isTyping())) {
            event.consume();
            int found = jump.type(
                    character, table.getItems(), table.getSelectionModel().getSelectedIndex());
            if (found >= 0) {
                table.selectOnly(found);
            }
        }
    }
}
