// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.transfer.ListingNotWholeException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a path on a server leads to.
 *
 * @param folder whether it is a folder, or a link to one
 * @param size the length of a file in bytes, or {@link Entry#UNKNOWN_SIZE}
 */
record Found(boolean folder, long size) {

    /**
     * Looks a path up: a folder is what can be entered, a file what has a size or stands in the listing.
     *
     * @throws ListingNotWholeException when it is not shown, but not everything is
     */
    static Optional<Found> at(FtpClient client, RemotePath path) throws IOException {
        if (isFolder(client, path)) {
            return Optional.of(new Found(true, Entry.UNKNOWN_SIZE));
        }
        long size = client.size(path);
        if (size != Entry.UNKNOWN_SIZE) {
            return Optional.of(new Found(false, size));
        }
        return entry(client, path).map(entry -> new Found(entry.isFolder(), entry.size()));
    }

    /** The permissions that the listing of its folder shows for a file; empty where it shows none. */
    static String permissions(FtpClient client, RemotePath file) throws IOException {
        try {
            return entry(client, file).map(Entry::permissions).orElse("");
        } catch (ListingNotWholeException e) {
            return "";
        }
    }

    /** Whether a path leads to nothing for certain: a folder that cannot be listed whole may hold it. */
    static boolean isMissing(FtpClient client, RemotePath path) throws IOException {
        RemotePath parent = path.parent();
        if (parent == null || isFolder(client, path) || client.size(path) != Entry.UNKNOWN_SIZE) {
            return false;
        }
        try {
            return shown(client, parent, path.name()).isEmpty();
        } catch (FtpException.Refused e) {
            return !isFolder(client, parent) && isMissing(client, parent);
        } catch (ListingNotWholeException e) {
            return false;
        }
    }

    /** Whether a path leads to a folder. */
    static boolean isFolder(FtpClient client, RemotePath path) throws FtpException {
        try {
            client.changeFolder(path);
            return true;
        } catch (FtpException.Refused e) {
            return false;
        }
    }

    /**
     * What the listing of its folder says about a path; nothing where it is not there or cannot be listed.
     *
     * @throws ListingNotWholeException when it is not shown, but not everything is
     */
    static Optional<Entry> entry(FtpClient client, RemotePath path) throws IOException {
        RemotePath parent = path.parent();
        if (parent == null) {
            return Optional.empty();
        }
        try {
            return shown(client, parent, path.name());
        } catch (FtpException.Refused e) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> shown(FtpClient client, RemotePath folder, String name) throws IOException {
        AtomicReference<@Nullable Entry> found = new AtomicReference<>();
        Set<Gap> gaps = client.list(folder, entries -> {
                    for (Entry entry : entries) {
                        if (entry.name().equals(name)) {
                            found.set(entry);
                        }
                    }
                })
                .gaps();
        if (found.get() == null && !gaps.isEmpty()) {
            throw new ListingNotWholeException(gaps);
        }
        return Optional.ofNullable(found.get());
    }
}
