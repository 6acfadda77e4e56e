// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where an item stands, in words; of a failure what happened, and in its tooltip what to do. */
final class StateCell extends TableCell<TransferRow, TransferItem> {

    private final TransferTexts texts;
    private final FontIcon icon = Icons.of(Feather.CLOCK, "transfer-state");
    private final Tooltip tip = new Tooltip();
    private String stateClass = "";

    StateCell(TransferTexts texts) {
        this.texts = texts;
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        setMnemonicParsing(false);
    }

    @Override
    protected void updateItem(@Nullable TransferItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            getStyleClass().remove(stateClass);
            stateClass = "";
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setText(texts.state(item));
        switch (item.state()) {
            case TransferState.Waiting waiting -> look(Feather.CLOCK, "waiting");
            case TransferState.Running running -> look(Feather.ACTIVITY, "running");
            case TransferState.Paused paused -> look(Feather.PAUSE, "paused");
            case TransferState.Asking asking -> look(Feather.HELP_CIRCLE, "asking");
            case TransferState.Done done -> look(Feather.CHECK, "done");
            case TransferState.Skipped skipped -> look(Feather.SKIP_FORWARD, "skipped");
            case TransferState.Cancelled cancelled -> look(Feather.X, "cancelled");
            case TransferState.Failed failed -> look(Feather.ALERT_CIRCLE, "failed");
        }
        if (item.state() instanceof TransferState.Failed failed) {
            tip.setText(
                    failed.explanation().what() + "\n" + failed.explanation().advice());
            setTooltip(tip);
            setAccessibleText(tip.getText());
        } else {
            setTooltip(null);
            setAccessibleText(getText());
        }
    }

    private void look(Feather symbol, String state) {
        icon.setIconCode(symbol);
        setGraphic(icon);
        if (!stateClass.equals("transfer-" + state)) {
            getStyleClass().remove(stateClass);
            stateClass = "transfer-" + state;
            getStyleClass().add(stateClass);
        }
    }
}
