// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of ours beside the target and what its content is the beginning of.
 *
 * @param name its name; the target's own where it is written in place, empty for a name of the older form
 * @param aside the name under which what stood at the target waits for its successor, empty for none
 * @param size the source's length in bytes when it was begun, or {@link Entry#UNKNOWN_SIZE}
 * @param modified the source's time when it was begun, null where it is not known
 * @param complete whether everything had arrived and only the last name was missing
 */
public record Partial(
        String name, String aside, long size, @Nullable Timestamp modified, boolean complete) {

    /** Nothing stands aside, and not all has arrived. */
    static Partial begun(String name, long size, @Nullable Timestamp modified) {
        return new Partial(name, "", size, modified, false);
    }

    /** Whether the source still is what it was, as far as size and time tell. */
    boolean isOf(long sourceSize, @Nullable Timestamp sourceModified) {
        return size != Entry.UNKNOWN_SIZE
                && size == sourceSize
                && modified != null
                && sourceModified != null
                && modified.instant().equals(sourceModified.instant());
    }

    /** The same under another name. */
    Partial named(String other) {
        return new Partial(other, aside, size, modified, complete);
    }

    Partial completed() {
        return new Partial(name, aside, size, modified, true);
    }

    /** What stood at the target waits under another name, or is back or gone (an empty name). */
    Partial withAside(String other) {
        return new Partial(name, other, size, modified, complete);
    }
}
