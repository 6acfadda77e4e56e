// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Timestamp;
import io.github.twinport.files.UnixPermissions;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the source of an item before its transfer.
 *
 * @param kind what its listing says it is; a link may turn out to be a folder
 * @param size its length in bytes, or {@link Entry#UNKNOWN_SIZE}
 * @param modified when it was last changed, null where no listing told
 * @param permissions who may do what with a file, see {@link UnixPermissions#of}
 */
public record Source(EntryKind kind, long size, @Nullable Timestamp modified, int permissions) {

    /** A source whose permissions are of no interest. */
    Source(EntryKind kind, long size, @Nullable Timestamp modified) {
        this(kind, size, modified, UnixPermissions.UNKNOWN);
    }

    /** The same of another length in bytes. */
    Source withSize(long other) {
        return new Source(kind, other, modified, permissions);
    }

    /** What a listing tells. The size it shows for a link is that of the link, not of the file. */
    static Source of(Entry entry) {
        boolean link = entry.kind() == EntryKind.LINK;
        return link
                ? new Source(entry.kind(), Entry.UNKNOWN_SIZE, null)
                : new Source(entry.kind(), entry.size(), entry.modified(), UnixPermissions.of(entry.permissions()));
    }

    static Source of(TransferRequest request) {
        return new Source(
                request.folder() ? EntryKind.FOLDER : EntryKind.FILE, request.size(), null, request.permissions());
    }
}
