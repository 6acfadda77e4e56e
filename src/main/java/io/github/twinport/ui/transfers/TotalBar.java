// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.QueueSnapshot;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** The sums of the whole queue: a bar and one line of text; absent while there is nothing to tell. */
final class TotalBar extends HBox {

    private final TransferTexts texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label line = new Label();

    TotalBar(TransferTexts texts) {
        this.texts = texts;
        getStyleClass().add("transfers-total");
        bar.setId("transfers-total-progress");
        line.setId("transfers-total");
        getChildren().addAll(bar, line);
    }

    void show(QueueSnapshot.Total total) {
        double share = total.size() <= 0 ? 0 : Math.clamp((double) total.moved() / total.size(), 0, 1);
        bar.setProgress(share);
        bar.setVisible(total.size() > 0);
        bar.setManaged(total.size() > 0);
        line.setText(texts.total(total));
        bar.setAccessibleText(line.getText());
        int rows = total.running() + total.waiting() + total.asking() + total.done() + total.failed();
        setVisible(rows > 0 || total.paused());
        setManaged(isVisible());
    }
}
