// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import java.util.function.Function;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** One thing about an item as plain text. */
final class WordsCell extends TableCell<TransferRow, TransferItem> {

    private final Function<TransferItem, String> words;

    WordsCell(Function<TransferItem, String> words, String styleClass) {
        this.words = words;
        getStyleClass().add(styleClass);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setMnemonicParsing(false);
    }

    @Override
    protected void updateItem(@Nullable TransferItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }
}
