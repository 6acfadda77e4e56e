// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** How much a pane shows, how much of it is selected, and a way to what could not be read of the listing. */
final class StatusLine extends HBox {

    private final ExplorerModel model;
    private final Messages messages;
    private final Formats formats;
    private final Label totals = new Label();
    private String all = "";

    StatusLine(ExplorerModel model, Messages messages, Formats formats, String id) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        getStyleClass().add("status-line");
        totals.setId(id + "-status");
        getChildren().addAll(totals, new UnreadLink(model, messages, id));
        model.shownProperty().subscribe(this::count);
        model.selectionProperty().subscribe(selection -> update());
        model.stateProperty().subscribe(state -> update());
    }

    private void count(Shown shown) {
        List<String> parts = new ArrayList<>();
        parts.add(Totals.ofRows(shown.rows()).text(messages, formats));
        if (shown.rows().size() < shown.total()) {
            parts.add(messages.text(
                    "explorer.hidden", shown.total() - shown.rows().size()));
        }
        all = String.join(" · ", parts);
        update();
    }

    private void update() {
        totals.setText(
                switch (model.stateProperty().get()) {
                    case PaneState.Loading ignored -> messages.text("explorer.loading");
                    case PaneState.Ready ignored -> ready();
                    case PaneState.Detached ignored -> "";
                    case PaneState.Failed ignored -> "";
                });
    }

    private String ready() {
        Totals selected = Totals.of(model.selectionProperty().get());
        if (selected.count() == 0) {
            return all;
        }
        String size = selected.files() == 0 ? "" : ", " + formats.size(selected.bytes());
        return all + " · " + messages.text("explorer.selected", selected.count()) + size;
    }
}
