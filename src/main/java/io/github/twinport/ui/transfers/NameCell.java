// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Priority;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.ui.fx.Icons;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of an item, indented below its folder, with its direction; a folder can be opened and closed here. */
final class NameCell extends TableCell<TransferRow, TransferItem> {

    private static final double INDENT = 18;

    private final TransfersModel model;
    private final TransferTexts texts;
    private final FontIcon arrow = Icons.of(Feather.CHEVRON_RIGHT, "transfer-arrow");
    private final StackPane opener = new StackPane(arrow);
    private final FontIcon direction = Icons.of(Feather.ARROW_DOWN, "transfer-direction");
    private final FontIcon folder = Icons.of(Feather.FOLDER, "transfer-folder");
    private final FontIcon priority = Icons.of(Feather.CHEVRONS_UP, "transfer-priority");
    private final Label name = new Label();
    private final HBox content = new HBox(opener, direction, folder, name, priority);

    NameCell(TransfersModel model, TransferTexts texts) {
        this.model = model;
        this.texts = texts;
        content.getStyleClass().add("transfer-name");
        opener.getStyleClass().add("transfer-opener");
        name.setMnemonicParsing(false);
        opener.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            TransferRow row = getTableRow().getItem();
            if (row != null && row.isFolder()) {
                model.turn(row);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TransferItem item, boolean empty) {
        super.updateItem(item, empty);
        TransferRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || item == null || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        model.seen(row);
        boolean download = item.request().direction() == Direction.DOWNLOAD;
        direction.setIconCode(download ? Feather.ARROW_DOWN : Feather.ARROW_UP);
        arrow.setVisible(row.isFolder());
        arrow.setIconCode(model.isOpen(row) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        folder.setVisible(row.isFolder());
        folder.setManaged(row.isFolder());
        name.setText(texts.name(item));
        HBox.setMargin(opener, new Insets(0, 0, 0, row.depth() * INDENT));
        boolean special = item.priority() != Priority.NORMAL;
        priority.setVisible(special);
        priority.setManaged(special);
        priority.setIconCode(item.priority() == Priority.LOW ? Feather.CHEVRONS_DOWN : Feather.CHEVRONS_UP);
        setAccessibleText(texts.nameAndPriority(item));
        setGraphic(content);
    }
}
