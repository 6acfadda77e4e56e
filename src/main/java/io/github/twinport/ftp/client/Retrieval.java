// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.TransferType;

/**
 * What is to be downloaded. Immutable; any thread.
 *
 * @param file the file on the server
 * @param type what its bytes mean
 * @param offset where to begin, in bytes; always 0 for {@link TransferType#ASCII}, whose positions mean different things
 *     to different servers
 * @param size the length of the whole file in bytes as far as it is known beforehand, else {@link Entry#UNKNOWN_SIZE};
 *     a server that sends much more is stopped
 */
public record Retrieval(RemotePath file, TransferType type, long offset, long size) {

    /**
     * Checks the offset.
     *
     * @throws IllegalArgumentException when it is negative, or not 0 for text
     */
    public Retrieval {
        if (offset < 0 || (offset > 0 && type == TransferType.ASCII)) {
            throw new IllegalArgumentException("no transfer of type " + type + " can begin at " + offset);
        }
    }

    /** A whole file of unknown length, as it is. */
    public static Retrieval of(RemotePath file) {
        return new Retrieval(file, TransferType.BINARY, 0, Entry.UNKNOWN_SIZE);
    }

    /** The same from another position on. */
    public Retrieval from(long other) {
        return new Retrieval(file, type, other, size);
    }

    /** The same with another meaning of the bytes. */
    public Retrieval as(TransferType other) {
        return new Retrieval(file, other, offset, size);
    }

    /** The same with a length that is known beforehand. */
    public Retrieval ofSize(long known) {
        return new Retrieval(file, type, offset, known);
    }
}
