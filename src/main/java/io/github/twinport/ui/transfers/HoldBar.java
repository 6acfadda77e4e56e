// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.HeldServer;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says what of the queue is paused as a whole, one line each, with the way to resume it; absent while nothing is. */
final class HoldBar extends VBox {

    private final TransfersModel model;
    private final Messages messages;
    private boolean all;
    private @Nullable Explanation reason;
    private List<HeldServer> servers = List.of();

    HoldBar(TransfersModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("transfers-held");
        setVisible(false);
        setManaged(false);
    }

    /** Shows what is paused now, and why where the queue has paused itself. */
    void show(boolean allPaused, @Nullable Explanation why, List<HeldServer> held) {
        if (all == allPaused && Objects.equals(reason, why) && servers.equals(held)) {
            return;
        }
        all = allPaused;
        reason = why;
        servers = held;
        List<Node> lines = new ArrayList<>();
        if (all) {
            lines.add(line("transfers-held-all", allWords(why), () -> model.setPaused(false)));
        }
        for (HeldServer server : servers) {
            String text = messages.text("transfers.held.server", server.host(), server.user());
            lines.add(line("transfers-held-server", text, () -> model.release(server)));
        }
        getChildren().setAll(lines);
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private String allWords(@Nullable Explanation why) {
        return why == null
                ? messages.text("transfers.held.all")
                : messages.text("transfers.held.reason", why.what(), why.advice());
    }

    private Node line(String id, String words, Runnable resume) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button button = Controls.button(id, messages.text("transfers.held.resume"));
        button.setAccessibleHelp(words);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> resume.run());
        HBox line = new HBox(Icons.of(Feather.PAUSE_CIRCLE), text, button);
        line.getStyleClass().add("transfers-held");
        return line;
    }
}
