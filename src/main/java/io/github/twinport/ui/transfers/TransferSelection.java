// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What is selected in the table. All of a long list is selected as a whole and not row by row, which JavaFX before 27
 * takes seconds to undo (JDK-8311505).
 *
 * @param <T> the rows
 */
final class TransferSelection<T> {

    private static final KeyCombination SELECT_ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole-selected");
    private static final int MANY = 10_000;

    private final TableView<T> table;
    private final Runnable changed;
    private boolean whole;

    /**
     * Watches a table's selection.
     *
     * @param table the table
     * @param changed is told of each change
     */
    TransferSelection(TableView<T> table, Runnable changed) {
        this.table = table;
        this.changed = changed;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<T>) change -> {
            if (!change.getList().isEmpty()) {
                setWhole(false);
            }
            changed.run();
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (SELECT_ALL.match(event) && table.getItems().size() > MANY) {
            table.getSelectionModel().clearSelection();
            setWhole(true);
            changed.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && whole) {
            setWhole(false);
            changed.run();
            event.consume();
        }
    }

    private void setWhole(boolean selected) {
        whole = selected;
        table.pseudoClassStateChanged(WHOLE, selected);
    }

    /** The rows that are selected now. */
    List<T> rows() {
        return whole
                ? table.getItems()
                : table.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList();
    }
}
