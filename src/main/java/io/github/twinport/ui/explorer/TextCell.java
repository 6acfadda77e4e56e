// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A secondary property of an entry as text. Reads nothing but the row. */
final class TextCell extends TableCell<Row, Row> {

    private final Function<Row, String> text;

    TextCell(String styleClass, Function<Row, String> text) {
        this.text = text;
        getStyleClass().addAll("secondary-cell", styleClass);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(row == null || empty ? null : text.apply(row));
    }
}
