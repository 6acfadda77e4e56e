// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryDetails;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/** The columns of one line as its dialect finds them, before its name is judged; used again for every line. */
final class Draft {

    String name = "";
    EntryKind kind = EntryKind.FILE;
    long size = Entry.UNKNOWN_SIZE;

    @Nullable
    Timestamp modified;

    String permissions = "";
    String owner = "";
    String group = "";

    @Nullable
    String linkTarget;

    EntryDetails details = EntryDetails.NONE;

    /** Whether the kind or the beginning of the name is only likely. */
    boolean guessed;

    void clear() {
        name = "";
        kind = EntryKind.FILE;
        size = Entry.UNKNOWN_SIZE;
        modified = null;
        permissions = "";
        owner = "";
        group = "";
        linkTarget = null;
        details = EntryDetails.NONE;
        guessed = false;
    }

    /** Takes over the size of a column, which is exact only where it has no unit. */
    void size(Line line, int column) {
        long bytes = SizeColumn.bytes(line, column);
        if (SizeColumn.isRounded(line, column)) {
            details = new EntryDetails(bytes, "");
        } else {
            size = bytes;
        }
    }

    /**
     * The entry.
     *
     * @throws IllegalArgumentException when the name is not plain
     */
    Entry entry() {
        return new Entry(name, kind, size, modified, permissions, owner, group, linkTarget, details);
    }
}
