// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table of a pane. Shows the model's snapshots and keeps selection and focus over them.
 *
 * <p>Never selects more than {@link #SELECTION_LIMIT} rows: TableView needs seconds to clear or sort a selection of
 * 100,000 (JDK-8311505, JDK-8380933, better from JavaFX 27). Selecting all of more rows is a flag instead.
 */
final class EntryTable extends TableView<Row> {

    /** How many rows are selected by the table itself. */
    static final int SELECTION_LIMIT = 20_000;

    private static final PseudoClass ALL = PseudoClass.getPseudoClass("all-selected");

    private final ExplorerModel model;
    private @Nullable Location folder;
    private boolean allSelected;
    private boolean replacing;
    private final List<TableColumn<Row, ?>> columns;

    EntryTable(ExplorerModel model, Messages messages, Formats formats) {
        this.model = model;
        getStyleClass().add("entry-table");
        columns = List.copyOf(new EntryColumns(model.side(), messages, formats).all());
        getColumns().setAll(columns);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        widthProperty().subscribe(width -> fitColumns(width.doubleValue()));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setSortPolicy(table -> sortInModel());
        getColumns().getFirst().setSortType(SortType.ASCENDING);
        getSortOrder().setAll(List.of(getColumns().getFirst()));
        getSelectionModel().getSelectedIndices().subscribe(this::tellSelection);
        model.shownProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::limitRange);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::limitRange);
    }

    /** Selects every row. */
    void selectAllRows() {
        if (getItems().size() <= SELECTION_LIMIT) {
            getSelectionModel().selectAll();
        } else {
            getSelectionModel().clearSelection();
            markAll(true);
        }
    }

    /** Selects one row only and brings it into view. */
    void selectOnly(int index) {
        getSelectionModel().clearAndSelect(index);
        getFocusModel().focus(index);
        if (!isVisible(index)) {
            scrollTo(Math.max(0, index - 3));
        }
    }

    private void fitColumns(double width) {
        if (width > 0) {
            // What the border and a scroll bar take.
            EntryColumns.fit(columns, width - 18);
        }
    }

    private boolean isVisible(int index) {
        return lookupAll(".table-row-cell").stream()
                .anyMatch(node -> node instanceof TableRow<?> row
                        && row.getIndex() == index
                        && row.isVisible()
                        && row.getBoundsInParent().getMaxY()
                                <= row.getParent().getParent().getLayoutBounds().getHeight());
    }

    private void show(Shown shown) {
        boolean sameFolder = shown.folder() != null && shown.folder().equals(folder);
        boolean keepAll = allSelected && sameFolder;
        Set<String> selected = sameFolder ? selectedNames() : Set.of();
        Row focused = sameFolder ? getFocusModel().getFocusedItem() : null;
        String focus = shown.focus() != null
                ? shown.focus()
                : focused == null ? null : focused.entry().name();
        folder = shown.folder();
        replacing = true;
        try {
            getSelectionModel().clearSelection();
            getItems().setAll(shown.rows());
            if (!sameFolder) {
                scrollTo(0);
            }
            if (shown.focus() != null) {
                indexOf(shown.focus()).ifPresent(this::selectOnly);
            } else {
                select(shown.rows(), selected);
                if (focus != null) {
                    indexOf(focus).ifPresent(getFocusModel()::focus);
                } else if (!shown.rows().isEmpty()) {
                    getFocusModel().focus(0);
                }
            }
        } finally {
            replacing = false;
        }
        markAll(keepAll && shown.focus() == null);
    }

    private OptionalInt indexOf(String name) {
        List<Row> rows = getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).entry().name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private void select(List<Row> rows, Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        int[] indices = IntStream.range(0, rows.size())
                .filter(i -> names.contains(rows.get(i).entry().name()))
                .toArray();
        if (indices.length > 0) {
            getSelectionModel().selectIndices(indices[0], indices);
        }
    }

    private Set<String> selectedNames() {
        Set<String> names = new HashSet<>();
        for (Row row : getSelectionModel().getSelectedItems()) {
            if (row != null) {
                names.add(row.entry().name());
            }
        }
        return names;
    }

    private boolean sortInModel() {
        RowOrder order = RowOrder.BY_NAME;
        if (!getSortOrder().isEmpty()) {
            TableColumn<Row, ?> column = getSortOrder().getFirst();
            RowOrder.Column by = EntryColumns.orderOf(column);
            order = by == null ? order : new RowOrder(by, column.getSortType() == SortType.ASCENDING);
        }
        if (!order.equals(model.order())) {
            model.sortBy(order);
        }
        return true;
    }

    private void tellSelection() {
        if (replacing) {
            return;
        }
        markAll(false);
    }

    private void markAll(boolean all) {
        allSelected = all;
        pseudoClassStateChanged(ALL, all);
        List<Row> rows = all ? getItems() : getSelectionModel().getSelectedItems();
        List<Entry> entries =
                rows.stream().filter(Objects::nonNull).map(Row::entry).toList();
        model.select(entries);
    }

    private void limitRange(KeyEvent event) {
        boolean toEnd = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
        if (event.isShiftDown() && toEnd && getItems().size() > SELECTION_LIMIT) {
            selectRange(event.getCode() == KeyCode.HOME ? 0 : getItems().size() - 1);
            event.consume();
        }
    }

    private void limitRange(MouseEvent event) {
        if (event.isShiftDown()
                && event.getButton() == MouseButton.PRIMARY
                && getItems().size() > SELECTION_LIMIT) {
            TableRow<?> row = Rows.at(event.getPickResult().getIntersectedNode());
            if (row != null && !row.isEmpty()) {
                selectRange(row.getIndex());
                event.consume();
            }
        }
    }

    private void selectRange(int to) {
        int from = Math.max(0, getFocusModel().getFocusedIndex());
        int reach = Math.max(-SELECTION_LIMIT, Math.min(SELECTION_LIMIT, to - from));
        getSelectionModel().clearSelection();
        getSelectionModel().selectRange(from, from + reach + (reach < 0 ? -1 : 1));
        scrollTo(Math.max(0, from + reach - 3));
    }
}
