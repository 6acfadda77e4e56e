// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The conflicts with both sides of each. In the order in which they came. */
final class ConflictTable extends TableView<Conflict> {

    private static final double ROW = 30;
    private static final int ROWS_IN_VIEW = 5;

    ConflictTable(Messages messages, ConflictTexts texts) {
        setId("conflict-table");
        setAccessibleText(messages.text("conflict.sheet"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        setMinHeight(ROW * 3);
        setPrefHeight(ROW * (ROWS_IN_VIEW + 1));
        getColumns()
                .setAll(List.of(
                        column("name", messages.text("conflict.column.name"), 180, texts::name),
                        column("folder", messages.text("conflict.column.folder"), 180, texts::folder),
                        column(
                                "source",
                                messages.text("conflict.source"),
                                190,
                                conflict -> texts.side(conflict.source())),
                        column(
                                "target",
                                messages.text("conflict.target"),
                                190,
                                conflict -> texts.side(conflict.target())),
                        column("difference", messages.text("conflict.column.difference"), 190, texts::difference)));
    }

    private static TableColumn<Conflict, Conflict> column(
            String id, String title, double width, Function<Conflict, String> words) {
        TableColumn<Conflict, Conflict> column = new TableColumn<>(title);
        column.setId("conflict-column-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.4);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(ignored -> new Cell(words));
        return column;
    }

    private static final class Cell extends TableCell<Conflict, Conflict> {

        private final Function<Conflict, String> words;

        private Cell(Function<Conflict, String> words) {
            this.words = words;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setMnemonicParsing(false);
        }

        @Override
        protected void updateItem(@Nullable Conflict conflict, boolean empty) {
            super.updateItem(conflict, empty);
            setText(empty || conflict == null ? null : words.apply(conflict));
        }
    }
}
