// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icon and name of an entry. Reads nothing but the row. */
final class NameCell extends TableCell<Row, Row> {

    private static final PseudoClass FOLDER = PseudoClass.getPseudoClass("folder");
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-entry");

    private final Messages messages;
    private final Tooltip unfinished = new Tooltip();
    private final FontIcon icon = Icons.of(Feather.FILE, "entry-icon");

    NameCell(Messages messages) {
        this.messages = messages;
        getStyleClass().add("name-cell");
        unfinished.setText(messages.text("explorer.unfinished"));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            pseudoClassStateChanged(FOLDER, false);
            pseudoClassStateChanged(UNFINISHED, false);
            setTooltip(null);
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        pseudoClassStateChanged(FOLDER, row.entry().isFolder());
        pseudoClassStateChanged(HIDDEN, row.entry().name().startsWith("."));
        pseudoClassStateChanged(UNFINISHED, row.isUnfinished());
        setTooltip(row.isUnfinished() ? unfinished : null);
        Feather symbol = row.isUnfinished() ? Feather.LOADER : EntryIcon.of(row.entry());
        if (icon.getIconCode() != symbol) {
            icon.setIconCode(symbol);
        }
        setText(row.name());
        setGraphic(icon);
        setAccessibleText(spoken(row));
    }

    private String spoken(Row row) {
        if (row.isUnfinished()) {
            return messages.text("explorer.unfinished.accessible", row.name());
        }
        return row.entry().isFolder() ? messages.text("explorer.folder.accessible", row.name()) : row.name();
    }
}
