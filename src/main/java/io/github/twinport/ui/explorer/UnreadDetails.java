// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explainer;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Why a pane may not show all of its folder, the server's words for that, and the lines that were not understood. */
final class UnreadDetails extends VBox {

    UnreadDetails(Unread unread, Messages messages, Explainer explainer, String id) {
        getStyleClass().add("unread-details");
        Label reasons = new Label(unread.gaps().stream()
                .sorted()
                .map(gap -> "• " + explainer.gap(gap))
                .collect(Collectors.joining("\n", "", "\n" + messages.text("explorer.not-whole.advice"))));
        reasons.setId(id + "-unread-reasons");
        reasons.setWrapText(true);
        getChildren().add(reasons);
        addLines(messages.text("explorer.not-whole.said"), unread.said(), id + "-unread-said");
        addLines(messages.text("explorer.unparsed.title"), unread.lines(), id + "-unread-lines");
    }

    /** Lets the keyboard scroll and copy what came from the server, and close it all with Escape. */
    void focus() {
        getChildren().getLast().requestFocus();
    }

    private void addLines(String title, List<String> lines, String id) {
        if (lines.isEmpty()) {
            return;
        }
        TextArea shown = new TextArea(lines.stream().map(EntryName::escaped).collect(Collectors.joining("\n")));
        shown.setId(id);
        shown.setEditable(false);
        shown.setPrefColumnCount(60);
        shown.setPrefRowCount(Math.clamp(lines.size() + 1, 3, 16));
        shown.getStyleClass().add("monospaced");
        shown.setAccessibleText(title);
        Label label = new Label(title);
        label.setLabelFor(shown);
        getChildren().addAll(label, shown);
    }
}
