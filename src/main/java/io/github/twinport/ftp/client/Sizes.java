// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.TransferType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the lengths of files. Some servers answer {@code 213 0} to SIZE of whatever is not there (minimalftp): at the
 * first length of 0 a server is asked for a name that nobody has, and where that has a length, too, a length of 0 counts
 * only for what MLST or the listing of its folder shows. Belongs to the lane thread.
 */
final class Sizes {

    private final Representation representation;
    private final FileCommands files;
    private final Listings listings;
    private Proof proof;

    /** For one control connection, with what is known about its server. */
    Sizes(Representation representation, FileCommands files, Listings listings, Proof proof) {
        this.representation = representation;
        this.files = files;
        this.listings = listings;
        this.proof = proof;
    }

    /** Whether a length of 0 says that a file is there. */
    Proof proof() {
        return proof;
    }

    /** The length of a file in bytes, {@link Entry#UNKNOWN_SIZE} where the server tells none or the file is not there. */
    long of(RemotePath file) throws FtpException {
        representation.use(TransferType.BINARY);
        return confirmed(file, files.size(file));
    }

    /**
     * The same as {@link #of}.
     *
     * @throws Refused when the server cannot tell just now
     */
    long ofOrRefusal(RemotePath file) throws FtpException {
        representation.use(TransferType.BINARY);
        return confirmed(file, files.sizeOrRefusal(file));
    }

    private long confirmed(RemotePath file, long told) throws FtpException {
        RemotePath folder = file.parent();
        return told != 0 || folder == null || isHonest(folder) ? told : shown(file, folder);
    }

    private boolean isHonest(RemotePath folder) throws FtpException {
        if (proof == Proof.UNKNOWN) {
            RemotePath nothing =
                    folder.child("none" + UUID.randomUUID().toString().substring(0, 8));
            try {
                proof = files.sizeOrRefusal(nothing) == Entry.UNKNOWN_SIZE ? Proof.WORKS : Proof.REFUSED;
            } catch (Refused e) {
                // It cannot tell just now: this one is looked up, and the next time it is asked again.
                return false;
            }
        }
        return proof == Proof.WORKS;
    }

    private long shown(RemotePath file, RemotePath folder) throws FtpException {
        try {
            Optional<String> type = files.facts(file).map(facts -> facts.fact("type"));
            return type.isEmpty() ? listed(file, folder) : "file".equalsIgnoreCase(type.get()) ? 0 : Entry.UNKNOWN_SIZE;
        } catch (Refused e) {
            return e.reply().isTransientRefusal() ? listed(file, folder) : Entry.UNKNOWN_SIZE;
        }
    }

    private long listed(RemotePath file, RemotePath folder) throws FtpException {
        AtomicLong found = new AtomicLong(Entry.UNKNOWN_SIZE);
        try {
            listings.listInBatches(
                    folder,
                    entries -> entries.stream()
                            .filter(entry -> entry.name().equals(file.name()))
                            .forEach(entry -> found.set(length(entry))),
                    () -> false);
        } catch (Refused e) {
            return Entry.UNKNOWN_SIZE;
        }
        return found.get();
    }

    private static long length(Entry entry) {
        return entry.isFolder() ? Entry.UNKNOWN_SIZE : Math.max(0, entry.size());
    }
}
