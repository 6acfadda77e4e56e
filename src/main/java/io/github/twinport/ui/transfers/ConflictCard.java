// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One side of a conflict: where the file is, its size and its date, with what it is more of than the other. */
final class ConflictCard extends VBox {

    private final Messages messages;
    private final Formats formats;
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label size = new Label();
    private final Label time = new Label();
    private final Label larger;
    private final Label newer;

    ConflictCard(String id, Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        setId(id);
        getStyleClass().add("conflict-card");
        title.getStyleClass().add("conflict-card-title");
        place.getStyleClass().add("conflict-place");
        larger = mark(id + "-larger", messages.text("conflict.larger"));
        newer = mark(id + "-newer", messages.text("conflict.newer"));
        getChildren().addAll(title, place, line(size, larger), line(time, newer));
    }

    private static Label mark(String id, String text) {
        Label mark = new Label(text);
        mark.setId(id);
        mark.getStyleClass().add("conflict-mark");
        return mark;
    }

    private static HBox line(Label figure, Label mark) {
        HBox line = new HBox(figure, mark);
        line.getStyleClass().add("conflict-line");
        return line;
    }

    void show(String heading, String folder, Entry entry, boolean isLarger, boolean isNewer) {
        title.setText(heading);
        place.setText(folder);
        size.setText(entry.size() < 0 ? messages.text("conflict.size.unknown") : formats.exactSize(entry.size()));
        time.setText(
                entry.modified() == null ? messages.text("conflict.time.unknown") : formats.time(entry.modified()));
        larger.setVisible(isLarger);
        newer.setVisible(isNewer);
    }
}
