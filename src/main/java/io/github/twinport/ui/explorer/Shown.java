// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the table of a pane shows. Immutable.
 *
 * @param folder whose entries these are, null before the first
 * @param rows the rows that the filter lets through, sorted
 * @param total how many entries the folder has
 * @param unread the lines of the listing that could not be understood
 * @param focus the name of the entry that shall be selected, null to keep the selection
 */
record Shown(
        @Nullable Location folder,
        List<Row> rows,
        int total,
        Unread unread,
        @Nullable String focus) {

    static final Shown NOTHING = new Shown(null, List.of(), 0, Unread.NOTHING, null);
}
