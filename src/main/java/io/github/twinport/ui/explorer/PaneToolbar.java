// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The buttons of a pane. */
final class PaneToolbar extends HBox {

    private static final double ROOM_FOR_TEXT = 380;

    private final ExplorerCommands commands;
    private final Messages messages;
    private final String id;
    private final Map<PaneCommand, Button> buttons = new EnumMap<>(PaneCommand.class);

    PaneToolbar(ExplorerModel model, ExplorerCommands commands, Messages messages, String id) {
        this.commands = commands;
        this.messages = messages;
        this.id = id;
        getStyleClass().add("pane-toolbar");
        getChildren()
                .addAll(
                        button(PaneCommand.BACK),
                        button(PaneCommand.FORWARD),
                        button(PaneCommand.UP),
                        button(PaneCommand.REFRESH),
                        new Separator(Orientation.VERTICAL),
                        button(PaneCommand.NEW_FOLDER),
                        button(PaneCommand.RENAME),
                        button(PaneCommand.DELETE),
                        new Separator(Orientation.VERTICAL),
                        button(PaneCommand.FILTER),
                        new Spacer(),
                        transferButton(model.side()));
        model.stateProperty().subscribe(state -> update());
        model.locationProperty().subscribe(location -> update());
        model.selectionProperty().subscribe(selection -> update());
        commands.otherFolder().subscribe(this::update);
    }

    private void update() {
        buttons.forEach((command, button) -> button.setDisable(!commands.isPossible(command)));
    }

    private Button button(PaneCommand command) {
        Button button = Controls.iconButton(id + "-" + command.id(), command.symbol(), command.textWithKeys(messages));
        button.setAccessibleText(command.text(messages));
        return wired(command, button);
    }

    private Button transferButton(Side side) {
        boolean upload = side == Side.LOCAL;
        Button button = Controls.button(
                id + "-" + PaneCommand.TRANSFER.id(),
                upload ? messages.text("explorer.upload") : messages.text("explorer.download"));
        button.setGraphic(Icons.of(upload ? Feather.UPLOAD : Feather.DOWNLOAD));
        button.setTooltip(new Tooltip(PaneCommand.TRANSFER.textWithKeys(messages)));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "transfer-button");
        // Where there is no room for its text, the icon says it.
        widthProperty()
                .map(width -> width.doubleValue() < ROOM_FOR_TEXT ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT)
                .subscribe(button::setContentDisplay);
        return wired(PaneCommand.TRANSFER, button);
    }

    private Button wired(PaneCommand command, Button button) {
        button.setOnAction(click -> commands.run(command));
        buttons.put(command, button);
        return button;
    }
}
