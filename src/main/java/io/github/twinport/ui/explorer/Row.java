// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.NaturalOrder;
import io.github.twinport.transfer.TemporaryName;

/**
 * An entry with what the table needs for painting and sorting, computed once off the JavaFX thread. Immutable.
 *
 * @param entry what the row shows
 * @param name its name as a person may safely see it
 * @param key its name's place in the natural order
 */
record Row(Entry entry, String name, String key) {

    static Row of(Entry entry) {
        return new Row(entry, entry.shownName(), NaturalOrder.key(entry.name()));
    }

    /** Whether a transfer has not finished it. */
    boolean isUnfinished() {
        return !entry.isFolder() && TemporaryName.isTemporary(entry.name());
    }

    /** When it was changed, milliseconds since the epoch; before all times where nobody knows. */
    long modifiedMillis() {
        var modified = entry.modified();
        return modified == null ? Long.MIN_VALUE : modified.instant().toEpochMilli();
    }
}
