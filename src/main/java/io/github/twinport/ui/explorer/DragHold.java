// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.io.File;
import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is dragged between the two panes of one window while it is on its way: the dragboard itself carries only a
 * token, since what lies on it would have to be serialised. Shared by the two panes; used on the JavaFX thread.
 */
public final class DragHold {

    private static final DataFormat TOKEN = new DataFormat("application/x-twinport-entries");

    private Dragged.@Nullable Entries held;

    /** Holds nothing. */
    public DragHold() {}

    /** Starts a drag; local entries are offered to other programs too. */
    void put(Dragged.Entries entries, Dragboard board) {
        ClipboardContent content = new ClipboardContent();
        content.put(TOKEN, "");
        if (entries.folder() instanceof Location.LocalFolder local) {
            content.putFiles(entries.entries().stream()
                    .map(entry -> local.child(entry.name()).path().toFile())
                    .toList());
        }
        board.setContent(content);
        held = entries;
    }

    /** What a dragboard stands for. */
    Optional<Dragged> get(Dragboard board) {
        if (board.hasContent(TOKEN)) {
            return Optional.ofNullable(held);
        }
        if (board.hasFiles()) {
            return Optional.of(new Dragged.Files(
                    board.getFiles().stream().map(File::toPath).toList()));
        }
        return Optional.empty();
    }

    void clear() {
        held = null;
    }
}
