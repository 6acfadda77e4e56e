// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menu of a pane: all that can be done. */
final class PaneMenu extends ContextMenu {

    private final ExplorerCommands commands;
    private final Messages messages;
    private final String id;

    PaneMenu(ExplorerCommands commands, Messages messages, String id) {
        this.commands = commands;
        this.messages = messages;
        this.id = id;
        setId(id + "-menu");
        getItems()
                .addAll(
                        item(PaneCommand.OPEN),
                        item(PaneCommand.TRANSFER),
                        new SeparatorMenuItem(),
                        item(PaneCommand.NEW_FOLDER),
                        item(PaneCommand.RENAME),
                        item(PaneCommand.DELETE),
                        new SeparatorMenuItem(),
                        item(PaneCommand.BACK),
                        item(PaneCommand.FORWARD),
                        item(PaneCommand.UP),
                        item(PaneCommand.REFRESH),
                        new SeparatorMenuItem(),
                        item(PaneCommand.SELECT_ALL),
                        item(PaneCommand.FILTER),
                        item(PaneCommand.EDIT_PATH));
        setOnShowing(showing -> getItems().forEach(this::update));
    }

    private MenuItem item(PaneCommand command) {
        MenuItem item = Controls.menuItem(id + "-menu-" + command.id(), command.text(messages));
        item.setGraphic(Icons.of(command.symbol()));
        item.setAccelerator(command.keys());
        item.setUserData(command);
        item.setOnAction(chosen -> commands.run(command));
        return item;
    }

    private void update(MenuItem item) {
        if (item.getUserData() instanceof PaneCommand command) {
            item.setDisable(!commands.isPossible(command));
        }
    }
}
