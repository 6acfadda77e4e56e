// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** Finds the row of a table that a mouse event hit. */
final class Rows {

    private Rows() {}

    /** The row that the node is or lies in, null outside of rows. */
    static @Nullable TableRow<?> at(@Nullable Object node) {
        for (Node n = node instanceof Node hit ? hit : null; n != null; n = n.getParent()) {
            if (n instanceof TableRow<?> row) {
                return row;
            }
        }
        return null;
    }

    /** The row's entry, null outside of filled rows. */
    static @Nullable Row rowAt(@Nullable Object node) {
        TableRow<?> row = at(node);
        return row != null && row.getItem() instanceof Row item ? item : null;
    }
}
