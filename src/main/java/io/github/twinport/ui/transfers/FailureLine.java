// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.History;
import io.github.twinport.transfer.TransferState;
import io.github.twinport.ui.fx.Icons;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What happened to the first selected transfer that failed, and what to do; absent when none is selected. */
final class FailureLine extends HBox {

    private final Label what = new Label();
    private final Messages messages;
    private final Label advice = new Label();
    private final Label history = new Label();

    FailureLine(Messages messages) {
        this.messages = messages;
        setId("transfers-failure");
        getStyleClass().add("transfers-failure");
        what.setId("transfers-failure-what");
        what.getStyleClass().add("failure-what");
        what.setWrapText(true);
        advice.setId("transfers-failure-advice");
        advice.setWrapText(true);
        history.setId("transfers-failure-history");
        history.getStyleClass().add("failure-history");
        history.setWrapText(true);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), new VBox(what, advice, history));
        show(List.of());
    }

    void show(List<TransferRow> selected) {
        TransferState.Failed failed = selected.stream()
                .map(row -> row.item().state())
                .filter(TransferState.Failed.class::isInstance)
                .map(TransferState.Failed.class::cast)
                .findFirst()
                .orElse(null);
        setVisible(failed != null);
        setManaged(failed != null);
        if (failed != null) {
            what.setText(failed.explanation().what());
            advice.setText(failed.explanation().advice());
            showIf(advice, !failed.explanation().advice().isEmpty());
            history.setText(words(failed));
            showIf(history, failed.history().attempts() > 1);
        }
    }

    private String words(TransferState.Failed failed) {
        History before = failed.history();
        boolean alike = before.first().equals(failed.explanation().what());
        return alike
                ? messages.text("transfers.failure.alike", before.attempts())
                : messages.text("transfers.failure.history", before.attempts(), before.first());
    }

    private static void showIf(Label label, boolean on) {
        label.setVisible(on);
        label.setManaged(on);
    }
}
