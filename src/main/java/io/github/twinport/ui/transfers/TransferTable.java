// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.TransferItem;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;

/** The table of transfers and its columns. Not sortable: its order is the order in which the queue works. */
final class TransferTable extends TableView<TransferRow> {

    private final TransfersModel model;

    TransferTable(TransfersModel model, Messages messages, TransferTexts texts) {
        this.model = model;
        setId("transfers-table");
        setAccessibleText(messages.text("transfers.table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> row());
        getColumns()
                .setAll(List.of(
                        column("name", messages.text("transfers.column.name"), 200, () -> new NameCell(model, texts)),
                        column(
                                "route",
                                messages.text("transfers.column.route"),
                                160,
                                () -> new WordsCell(texts::route, "transfer-route")),
                        column(
                                "progress",
                                messages.text("transfers.column.progress"),
                                120,
                                () -> new ProgressCell(texts)),
                        column(
                                "size",
                                messages.text("transfers.column.size"),
                                160,
                                () -> new WordsCell(texts::size, "transfer-figure")),
                        column(
                                "speed",
                                messages.text("transfers.column.speed"),
                                95,
                                () -> new WordsCell(texts::speed, "transfer-figure")),
                        column(
                                "left",
                                messages.text("transfers.column.left"),
                                95,
                                () -> new WordsCell(texts::remaining, "transfer-figure")),
                        column("state", messages.text("transfers.column.state"), 200, () -> new StateCell(texts))));
    }

    private static TableColumn<TransferRow, TransferItem> column(
            String id, String title, double width, Supplier<TableCell<TransferRow, TransferItem>> cells) {
        TableColumn<TransferRow, TransferItem> column = new TableColumn<>(title);
        column.setId("transfers-column-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.5);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> row.getValue().itemProperty());
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private TableRow<TransferRow> row() {
        TableRow<TransferRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            TransferRow item = row.getItem();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && item != null) {
                if (item.isFolder()) {
                    model.turn(item);
                }
            }
        });
        return row;
    }
}
