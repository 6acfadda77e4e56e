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

    /** The time where the order of its numbers has to be found out; the other time is then meaningless. */
    @Nullable
    OpenDate openDate;

    /** How many blanks the name begins with that may as well fill a column. */
    int blanks;

    /** Whether a path in place of the name may begin with the listed folder's own name. */
    boolean fromParent;

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
        openDate = null;
        blanks = 0;
        fromParent = false;
        guessed = false;
    }

    /** Takes over the name, which reaches to the end of the line; blanks in front of it are counted. */
    void nameFrom(String text, int begin) {
        name = text.substring(begin);
        int blank = begin;
        while (blank < text.length() - 1 && text.charAt(blank) == ' ') {
            blank++;
        }
        blanks = blank - begin;
    }

    /** Takes off the name what {@code ls} puts behind it: the target of a link, the slash of a folder. */
    void finishUnixName() {
        if (kind == EntryKind.LINK) {
            LinkArrow.part(this);
        } else if (kind == EntryKind.FOLDER && name.length() > 1 && name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        blanks = Math.min(blanks, name.length() - 1);
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
