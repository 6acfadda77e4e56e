// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** How much of an item has been moved, as a bar and in per cent. */
final class ProgressCell extends TableCell<TransferRow, TransferItem> {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final TransferTexts texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = new Label();
    private final HBox content = new HBox(bar, percent);

    ProgressCell(TransferTexts texts) {
        this.texts = texts;
        content.getStyleClass().add("transfer-progress");
        percent.getStyleClass().add("transfer-percent");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable TransferItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        double share = TransferTexts.share(item);
        boolean running = item.state() instanceof TransferState.Running;
        boolean begun = running || item.moved() > 0 || item.state() instanceof TransferState.Done;
        String text = share < 0 || !begun ? "" : texts.percent(share);
        // A bar without an end moves for ever: only where something moves indeed.
        bar.setProgress(share < 0 && !running ? 0 : share);
        bar.pseudoClassStateChanged(DONE, item.state() instanceof TransferState.Done);
        bar.pseudoClassStateChanged(FAILED, item.state() instanceof TransferState.Failed);
        bar.pseudoClassStateChanged(IDLE, !running);
        bar.setVisible(begun);
        percent.setText(text);
        setAccessibleText(text);
        setGraphic(content);
    }
}
