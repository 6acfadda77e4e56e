// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of ours beside the target and what its content is the beginning of.
 *
 * @param size the source's length in bytes when it was begun, or {@link Entry#UNKNOWN_SIZE}
 * @param modified the source's time when it was begun, null where it is not known
 * @param complete whether everything had arrived and only the last name was missing
 */
public record Partial(long size, @Nullable Timestamp modified, boolean complete) {

    /** Whether the source still is what it was, as far as size and time tell. */
    boolean isOf(long sourceSize, @Nullable Timestamp sourceModified) {
        return size != Entry.UNKNOWN_SIZE
                && size == sourceSize
                && modified != null
                && sourceModified != null
                && modified.instant().equals(sourceModified.instant());
    }

    Partial completed() {
        return new Partial(size, modified, true);
    }
}
