// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.util.Comparator;

/**
 * How rows are sorted: folders first, then by one column, equal ones by name.
 *
 * @param column which column decides
 * @param ascending whether the small come first; folders stay first either way
 */
record RowOrder(Column column, boolean ascending) {

    /** What rows can be sorted by. */
    enum Column {
        NAME,
        SIZE,
        MODIFIED,
        PERMISSIONS
    }

    static final RowOrder BY_NAME = new RowOrder(Column.NAME, true);

    private static final Comparator<Row> FOLDERS_FIRST =
            (a, b) -> Boolean.compare(b.entry().isFolder(), a.entry().isFolder());
    private static final Comparator<Row> NAMES = (a, b) -> {
        int order = a.key().compareTo(b.key());
        return order != 0 ? order : a.entry().name().compareTo(b.entry().name());
    };

    Comparator<Row> comparator() {
        Comparator<Row> values = switch (column) {
            case NAME -> NAMES;
            case SIZE -> (a, b) -> Long.compare(a.entry().shownSize(), b.entry().shownSize());
            case MODIFIED -> (a, b) -> Long.compare(a.modifiedMillis(), b.modifiedMillis());
            case PERMISSIONS ->
                (a, b) -> a.entry().permissions().compareTo(b.entry().permissions());
        };
        return FOLDERS_FIRST
                .thenComparing(ascending ? values : values.reversed())
                .thenComparing(NAMES);
    }
}
