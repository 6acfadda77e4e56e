// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the source of an item before its transfer.
 *
 * @param kind what its listing says it is; a link may turn out to be a folder
 * @param size its length in bytes, or {@link Entry#UNKNOWN_SIZE}
 * @param modified when it was last changed, null where no listing told
 */
public record Source(EntryKind kind, long size, @Nullable Timestamp modified) {

    /** What a listing tells. The size it shows for a link is that of the link, not of the file. */
    static Source of(Entry entry) {
        boolean link = entry.kind() == EntryKind.LINK;
        return new Source(entry.kind(), link ? Entry.UNKNOWN_SIZE : entry.size(), link ? null : entry.modified());
    }

    static Source of(TransferRequest request) {
        return new Source(request.folder() ? EntryKind.FOLDER : EntryKind.FILE, request.size(), null);
    }
}
