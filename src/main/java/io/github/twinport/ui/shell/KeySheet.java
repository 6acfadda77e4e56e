// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the window on one sheet: those of the commands and those inside the file panes. */
final class KeySheet extends FlowPane {

    KeySheet(List<CommandGroup> groups, Messages messages) {
        setId("key-sheet");
        getStyleClass().add("key-sheet");
        getChildren().add(paneKeys(messages));
        for (CommandGroup group : groups) {
            VBox block = block(group.title());
            GridPane grid = new GridPane();
            grid.getStyleClass().add("key-grid");
            for (Command command : group.commands()) {
                KeyCombination keys = command.keys();
                if (keys != null) {
                    row(grid, command.text(), keys.getDisplayText());
                }
            }
            if (!grid.getChildren().isEmpty()) {
                block.getChildren().add(grid);
                getChildren().add(block);
            }
        }
    }

    private static VBox paneKeys(Messages messages) {
        VBox block = block(messages.text("keys.panes"));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (String line : messages.text("keys.panes.list").split(";", -1)) {
            int equals = line.indexOf('=');
            row(
                    grid,
                    line.substring(equals + 1).strip(),
                    line.substring(0, equals).strip());
        }
        block.getChildren().add(grid);
        return block;
    }

    private static VBox block(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        VBox block = new VBox(heading);
        block.getStyleClass().add("key-block");
        return block;
    }

    private static void row(GridPane grid, String text, String keys) {
        Label what = new Label(text.replace("…", ""));
        Label caps = new Label(keys);
        caps.getStyleClass().add("key-cap");
        caps.setMinWidth(Region.USE_PREF_SIZE);
        what.setLabelFor(caps);
        HBox right = new HBox(caps);
        right.getStyleClass().add("key-place");
        GridPane.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(grid.getRowCount(), what, right);
    }
}
