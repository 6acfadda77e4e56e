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

    /** The same place with another temporary file. */
    RemoteTarget with(String temporaryName) {
        return new RemoteTarget(connection, path, temporaryName);
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

    /** Fails where a folder has the target's name, which SIZE does not tell. */
    void demandNoFolder() throws IOException {
        try {
            connection.changeFolder(path);
        } catch (FtpException.Refused e) {
            return;
        }
        throw new TransferException.TargetIsFolder(path.name());
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

    /** Whether something stands at a path in the target's folder, as far as the server shows it. */
    boolean has(RemotePath file) throws IOException {
        return connection.size(file) != Entry.UNKNOWN_SIZE || (!connection.tellsSizes() && listed(file) != null);
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
