// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.listing.Gap;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The place on a server to which an upload goes, and the temporary file beside it. Belongs to one worker. */
final class RemoteTarget {

    private final WorkerConnection connection;
    private final RemotePath path;
    private final RemotePath folder;
    private final RemotePath temporary;

    RemoteTarget(WorkerConnection connection, RemotePath path, String temporaryName) {
        this.connection = connection;
        this.path = path;
        folder = Objects.requireNonNullElse(path.parent(), RemotePath.ROOT);
        temporary = folder.child(temporaryName);
    }

    RemotePath path() {
        return path;
    }

    RemotePath folder() {
        return folder;
    }

    RemotePath temporary() {
        return temporary;
    }

    /** What stands at the target, null for nothing. */
    @Nullable
    Entry existing() throws IOException {
        try {
            long size = connection.size(path);
            if (size != Entry.UNKNOWN_SIZE) {
                return new Entry(path.name(), EntryKind.FILE, size, connection.modified(path), "", "", "", null);
            }
            return connection.tellsSizes() ? null : listedOrMissing();
        } catch (FtpException.Refused e) {
            // It cannot tell just now: nothing may be replaced for that.
            return listedOrMissing();
        }
    }

    /** The length of the temporary file in bytes, {@link Entry#UNKNOWN_SIZE} when there is none. */
    long temporarySize() throws IOException {
        return size(temporary);
    }

    /** The length of a file in the target's folder by SIZE or its listing, {@link Entry#UNKNOWN_SIZE} when neither tells. */
    long size(RemotePath file) throws IOException {
        long size = connection.size(file);
        if (size != Entry.UNKNOWN_SIZE || connection.tellsSizes()) {
            return size;
        }
        Entry entry = listed(file);
        return entry == null ? Entry.UNKNOWN_SIZE : entry.size();
    }

    /**
     * Whether a rename was done although its reply was lost.
     *
     * @param length the file's length in bytes, or {@link Entry#UNKNOWN_SIZE} where it is another one on the server
     */
    boolean hasArrived(long length) throws IOException {
        if (temporarySize() != Entry.UNKNOWN_SIZE) {
            return false;
        }
        long arrived = size(path);
        return arrived != Entry.UNKNOWN_SIZE && (arrived == length || length == Entry.UNKNOWN_SIZE);
    }

    /**
     * Gives the temporary file its last name.
     *
     * @param replace whether something stands there that is to be replaced: most servers replace it by renaming; on the
     *     others it is deleted first, now that the new file is complete
     * @param length as in {@link #hasArrived}
     */
    void place(boolean replace, long length) throws IOException {
        try {
            rename(length);
        } catch (FtpException.Refused e) {
            if (!replace || e.reply().isNotImplemented() || !isInTheWay(e)) {
                throw e;
            }
            connection.deleteFile(path);
            rename(length);
        }
    }

    /** One whose reply was lost may have been done once more over a new connection, and is refused then. */
    private void rename(long length) throws IOException {
        try {
            connection.rename(temporary, path);
        } catch (FtpException.Refused e) {
            if (e.reply().isNotImplemented() || !hasArrived(length)) {
                throw e;
            }
        }
    }

    /** Whether what stands at the target may be why it is not replaced: not where there is nothing to replace it with. */
    private boolean isInTheWay(FtpException.Refused refused) throws IOException {
        boolean isGone = connection.tellsSizes() && temporarySize() == Entry.UNKNOWN_SIZE;
        return !isGone && !refused.command().startsWith("RNFR");
    }

    /** What the listing shows at the target, null for nothing; fails where it does not show all. */
    private @Nullable Entry listedOrMissing() throws IOException {
        AtomicReference<@Nullable Entry> found = new AtomicReference<>();
        Set<Gap> gaps = list(path, found);
        Entry entry = found.get();
        if (entry == null && !gaps.isEmpty()) {
            throw new ListingNotWholeException(gaps);
        }
        return entry;
    }

    private @Nullable Entry listed(RemotePath file) throws IOException {
        AtomicReference<@Nullable Entry> found = new AtomicReference<>();
        list(file, found);
        return found.get();
    }

    private Set<Gap> list(RemotePath file, AtomicReference<@Nullable Entry> found) throws IOException {
        return connection.list(folder, entries -> {
            for (Entry entry : entries) {
                if (entry.name().equals(file.name())) {
                    found.set(entry);
                }
            }
        });
    }
}
