// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Drags of a table's entries and drops onto it; what a drop means is told by {@link DropRules}. */
final class TableDrag {

    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    /** How far the picture lies right of and below the pointer, in pixels; the drop is decided by the pointer. */
    private static final double BESIDE_POINTER = -14;

    private final ExplorerModel model;
    private final EntryTable table;
    private final DragHold hold;
    private final Consumer<TransferIntent> transfers;
    private final Messages messages;
    private @Nullable TableRow<?> highlighted;

    TableDrag(ExplorerModel model, EntryTable table, PaneContext context) {
        this.model = model;
        this.table = table;
        hold = context.hold();
        transfers = context.transfers();
        messages = context.messages();
        table.setOnDragDetected(this::start);
        table.setOnDragOver(this::over);
        table.setOnDragExited(event -> highlight(null, false));
        table.setOnDragDropped(this::drop);
        table.setOnDragDone(event -> hold.clear());
    }

    private void start(MouseEvent event) {
        Location folder = model.locationProperty().get();
        List<Entry> entries = model.selectionProperty().get();
        boolean onRow = Rows.rowAt(event.getPickResult().getIntersectedNode()) != null;
        if (onRow && model.isSettled() && folder != null && !entries.isEmpty()) {
            Dragboard board = table.startDragAndDrop(TransferMode.COPY);
            hold.put(new Dragged.Entries(folder, entries), board);
            board.setDragView(DragChip.of(entries, messages, table.getScene()), BESIDE_POINTER, BESIDE_POINTER);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (intent(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            Row row = row(event);
            highlight(
                    row != null && row.entry().isFolder()
                            ? Rows.at(event.getPickResult().getIntersectedNode())
                            : null,
                    true);
        } else {
            highlight(null, false);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        Optional<TransferIntent> intent = intent(event);
        highlight(null, false);
        event.setDropCompleted(intent.isPresent());
        event.consume();
        intent.ifPresent(transfers);
    }

    private Optional<TransferIntent> intent(DragEvent event) {
        Location folder = model.locationProperty().get();
        if (!model.isSettled() || folder == null) {
            return Optional.empty();
        }
        return hold.get(event.getDragboard())
                .flatMap(dragged -> DropRules.intent(dragged, DropRules.target(folder, row(event))));
    }

    private static @Nullable Row row(DragEvent event) {
        return Rows.rowAt(event.getPickResult().getIntersectedNode());
    }

    private void highlight(@Nullable TableRow<?> row, boolean accepted) {
        if (highlighted != null) {
            highlighted.pseudoClassStateChanged(DROP_TARGET, false);
        }
        highlighted = row;
        if (row != null) {
            row.pseudoClassStateChanged(DROP_TARGET, true);
        }
        table.pseudoClassStateChanged(DROP_TARGET, accepted && row == null);
    }
}
