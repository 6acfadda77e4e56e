// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Brings a table from one list of rows to the next while what is selected and in view stays so.
 *
 * @param <T> the rows, which stay the same objects
 */
final class RowPatcher<T> {

    private final TableView<T> table;

    RowPatcher(TableView<T> table) {
        this.table = table;
    }

    void show(List<T> rows) {
        ObservableList<T> items = table.getItems();
        if (startsWith(rows, items)) {
            items.addAll(rows.subList(items.size(), rows.size()));
        } else {
            replace(items, rows);
        }
    }

    private static <T> boolean startsWith(List<T> rows, List<T> beginning) {
        if (rows.size() < beginning.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (!Objects.equals(rows.get(i), beginning.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void replace(ObservableList<T> items, List<T> rows) {
        List<T> selected = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        T focused = table.getFocusModel().getFocusedItem();
        int top = firstInView(table);
        T anchor = top > 0 && top < items.size() ? items.get(top) : null;
        // Cleared first: replacing the items under a selection costs far more than both together.
        table.getSelectionModel().clearSelection();
        items.setAll(rows);
        // The table counts its rows only in its next layout; until then it would scroll by the old number.
        table.layout();
        Map<T, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i), i);
        }
        int[] kept = selected.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (kept.length > 0) {
            table.getSelectionModel().selectIndices(kept[0], kept);
        }
        Integer focus = places.get(focused);
        if (focus != null) {
            table.getFocusModel().focus(focus);
        }
        Integer place = places.get(anchor);
        if (place != null) {
            table.scrollTo(place);
        }
    }

    /** The index of the row at the upper edge; a row of which less than a pixel is left there does not count. */
    static int firstInView(TableView<?> table) {
        VirtualFlow<?> flow = table.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
        @Nullable IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        if (first == null) {
            return 0;
        }
        return first.getLayoutY() + first.getHeight() < 1 ? first.getIndex() + 1 : first.getIndex();
    }
}
