// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.explorer.RowOrder.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of a file table. */
final class EntryColumns {

    private final Side side;
    private final Messages messages;
    private final Formats formats;

    EntryColumns(Side side, Messages messages, Formats formats) {
        this.side = side;
        this.messages = messages;
        this.formats = formats;
    }

    List<TableColumn<Row, Row>> all() {
        return List.of(
                column(Column.NAME, messages.text("explorer.column.name"), 400, () -> new NameCell(messages)),
                text(Column.SIZE, messages.text("explorer.column.size"), 84, "size-cell", this::size),
                text(Column.MODIFIED, messages.text("explorer.column.modified"), 146, "time-cell", this::modified),
                text(
                        Column.PERMISSIONS,
                        messages.text("explorer.column.permissions"),
                        104,
                        "permissions-cell",
                        row -> EntryName.escaped(row.entry().permissions())));
    }

    /** Shows only the columns for which there is room: the name always, then size, time and permissions. */
    static void fit(List<TableColumn<Row, ?>> columns, double width) {
        double room = width;
        for (TableColumn<Row, ?> column : columns) {
            room -= column.getMinWidth();
            column.setVisible(room >= 0 || orderOf(column) == Column.NAME);
        }
    }

    /** Which column of the rows' order a column of the table stands for, null for none. */
    static @Nullable Column orderOf(TableColumn<Row, ?> column) {
        return column.getUserData() instanceof Column order ? order : null;
    }

    private TableColumn<Row, Row> text(
            Column order, String title, double width, String styleClass, Function<Row, String> text) {
        TableColumn<Row, Row> column = column(order, title, width, () -> new TextCell(styleClass, text));
        column.getStyleClass().add(styleClass.replace("-cell", "-column"));
        return column;
    }

    private TableColumn<Row, Row> column(Column order, String title, double width, Supplier<TableCell<Row, Row>> cell) {
        TableColumn<Row, Row> column = new TableColumn<>(title);
        column.setId(side.name().toLowerCase(Locale.ROOT) + "-" + order.name().toLowerCase(Locale.ROOT));
        column.setUserData(order);
        column.setPrefWidth(width);
        if (order == Column.NAME) {
            column.setMinWidth(120);
        } else {
            column.setMinWidth(width);
            column.setMaxWidth(1.6 * width);
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        return column;
    }

    private String size(Row row) {
        long size = row.entry().shownSize();
        return row.entry().isFolder() || size == Entry.UNKNOWN_SIZE ? "" : formats.size(size);
    }

    private String modified(Row row) {
        var modified = row.entry().modified();
        return modified == null ? "" : formats.columnTime(modified);
    }
}
