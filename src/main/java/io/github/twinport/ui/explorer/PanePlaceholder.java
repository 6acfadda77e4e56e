// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in a table without rows: why there are none and what to do. */
final class PanePlaceholder extends VBox {

    private final ExplorerModel model;
    private final Messages messages;
    private final Explainer explainer;
    private final FontIcon icon = Icons.of(Feather.FOLDER, "placeholder-icon");
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button retry;

    PanePlaceholder(ExplorerModel model, Messages messages, String id) {
        this.model = model;
        this.messages = messages;
        explainer = new Explainer(messages);
        setId(id + "-placeholder");
        getStyleClass().add("pane-placeholder");
        title.setId(id + "-placeholder-title");
        title.getStyleClass().add("placeholder-title");
        title.setWrapText(true);
        text.setId(id + "-placeholder-text");
        text.getStyleClass().add("placeholder-text");
        text.setWrapText(true);
        retry = Controls.button(id + "-retry", messages.text("explorer.retry"));
        retry.setOnAction(click -> model.refresh());
        getChildren().addAll(icon, title, text, retry);
        model.stateProperty().subscribe(state -> update());
        model.shownProperty().subscribe(shown -> update());
    }

    private void update() {
        setVisible(true);
        switch (model.stateProperty().get()) {
            case PaneState.Detached ignored ->
                show(Feather.CLOUD_OFF, text("explorer.detached.title"), text("explorer.detached.text"), false);
            case PaneState.Loading ignored -> setVisible(false);
            case PaneState.Failed failed -> {
                Explanation why = failed.why();
                show(Feather.ALERT_CIRCLE, why.what(), why.advice(), true);
            }
            case PaneState.Ready ignored -> {
                if (model.shownProperty().get().total() > 0) {
                    show(Feather.SEARCH, text("explorer.no-match.title"), text("explorer.no-match.text"), false);
                } else if (!model.shownProperty().get().unread().gaps().isEmpty()) {
                    Set<Gap> gaps = model.shownProperty().get().unread().gaps();
                    show(Feather.ALERT_CIRCLE, text("explorer.nothing-shown.title"), explainer.notWhole(gaps), true);
                } else {
                    show(Feather.FOLDER, text("explorer.empty.title"), text("explorer.empty.text"), false);
                }
            }
        }
    }

    private String text(String key) {
        return messages.text(key);
    }

    private void show(Feather symbol, String what, String advice, boolean again) {
        icon.setIconCode(symbol);
        title.setText(what);
        text.setText(advice);
        retry.setVisible(again);
        retry.setManaged(again);
    }
}
