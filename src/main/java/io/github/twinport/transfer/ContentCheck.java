// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.transfer.verification.ContentDigest;
import io.github.twinport.transfer.verification.DigestingSource;
import io.github.twinport.transfer.verification.DigestingTarget;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Compares what has passed with the server's digest of its file, where the rules ask for it and the server computes one;
 * otherwise it does nothing and leaves channels as they are, so that the system may copy. Belongs to one worker.
 */
final class ContentCheck {

    private static final Logger LOG = System.getLogger(ContentCheck.class.getName());

    private final WorkerConnection connection;
    private final @Nullable String algorithm;
    private final long size;
    private @Nullable ContentDigest digest;

    private ContentCheck(WorkerConnection connection, @Nullable String algorithm, long size) {
        this.connection = connection;
        this.algorithm = algorithm;
        this.size = size;
    }

    /** The check of one file; its length in bytes may be {@link Entry#UNKNOWN_SIZE}. */
    static ContentCheck of(TransferRequest request, long size, WorkerConnection connection) throws IOException {
        // A length that nobody knows may be any; text has other bytes on each side.
        boolean wanted = !request.isText()
                && request.rules().verification().includes(size == Entry.UNKNOWN_SIZE ? Long.MAX_VALUE - 1 : size);
        String algorithm = wanted ? connection.digestAlgorithm() : null;
        boolean known = algorithm != null && ContentDigest.of(algorithm).isPresent();
        return new ContentCheck(connection, known ? algorithm : null, size);
    }

    /** Compares nothing. */
    static ContentCheck none(WorkerConnection connection) {
        return new ContentCheck(connection, null, Entry.UNKNOWN_SIZE);
    }

    /** Whether anything will be compared. */
    boolean isWanted() {
        return algorithm != null;
    }

    /**
     * Begins with what is there already.
     *
     * @param file a file on this computer that begins with it
     * @param length how much of it, in bytes
     */
    void restart(Path file, long length) throws IOException {
        if (algorithm != null) {
            ContentDigest begun = ContentDigest.of(algorithm).orElseThrow();
            if (length > 0) {
                begun.update(file, length);
            }
            digest = begun;
        }
    }

    /** Has all that is written taken into the digest. */
    WritableByteChannel passing(WritableByteChannel target) {
        ContentDigest begun = digest;
        return begun == null ? target : new DigestingTarget(target, begun);
    }

    /** Has all that is read taken into the digest. */
    ReadableByteChannel passing(SeekableByteChannel source) throws IOException {
        ContentDigest begun = digest;
        return begun == null ? source : new DigestingSource(source, begun);
    }

    /** Whether the server's file is what has passed; true too where the server refuses to tell. */
    boolean isSame(RemotePath file) throws IOException {
        ContentDigest own = digest;
        if (own == null) {
            return true;
        }
        digest = null;
        ContentHash told;
        try {
            told = ask(file);
        } catch (FtpException.Refused | FtpException.ProtocolViolation e) {
            LOG.log(Level.DEBUG, "the server does not tell the digest of a file", e);
            return true;
        }
        return !told.algorithm().equals(algorithm) || told.hexadecimal().equals(own.hexadecimal());
    }

    /** A server that could not tell just then is asked once more. */
    private ContentHash ask(RemotePath file) throws IOException {
        try {
            return connection.digest(file, size);
        } catch (FtpException.Refused e) {
            if (!e.reply().isTransientRefusal()) {
                throw e;
            }
            return connection.digest(file, size);
        }
    }

    /** Fails when the server's file is not what has passed. */
    void demandSame(RemotePath file) throws IOException {
        if (!isSame(file)) {
            throw new TransferException.DigestDiffers(file.name(), String.valueOf(algorithm));
        }
    }
}
