// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Icons;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/** What hangs at the pointer while entries are dragged: the name of one, or how many they are. */
final class DragChip {

    private DragChip() {}

    /** A picture in the clothes of the scene from which the entries are dragged. */
    static Image of(List<Entry> entries, Messages messages, Scene source) {
        Entry first = entries.getFirst();
        Label chip = entries.size() == 1
                ? new Label(first.shownName(), Icons.of(EntryIcon.of(first), "entry-icon"))
                : new Label(messages.text("explorer.drag.many", entries.size()), Icons.of(Feather.COPY, "entry-icon"));
        chip.getStyleClass().add("drag-chip");
        Scene scene = new Scene(chip, Color.TRANSPARENT);
        scene.getStylesheets().setAll(source.getStylesheets());
        return scene.snapshot(null);
    }
}
