// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.transfer.verification.ContentDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Compares parts of a server's file with a file on this computer. Belongs to one worker.
 *
 * @param attempt breaks the comparison off between blocks when somebody stops it
 */
record ServerContent(WorkerConnection connection, Attempt attempt, Path local) {

    /** Files up to this length are compared at their end only: whoever reads a piece of one gets some seconds of it. */
    private static final long SHORT = 32L * 1024 * 1024;

    /** For longer ones the server's digest of the whole takes longer than a sample of them. */
    private static final long MOST_DIGESTED = 256L * 1024 * 1024;

    /** What a comparison says. */
    enum Answer {
        /** All that was compared is the same. */
        SAME,
        /** Something is not. */
        DIFFERENT,
        /** The server does not let the file be read. */
        UNREADABLE
    }

    /**
     * Compares a server's file with the beginning of the local one: its end, and of a long one the server's digest of all of
     * it or a piece at a random place.
     *
     * @param length the length of the server's file in bytes
     */
    Answer beginning(RemotePath file, long length) throws IOException {
        if (length == 0) {
            return Answer.SAME;
        }
        Answer end = end(file, length);
        if (end != Answer.SAME || length <= OverlapChannel.LENGTH) {
            return end;
        }
        Answer whole = length <= MOST_DIGESTED ? digest(file, length) : Answer.UNREADABLE;
        if (whole != Answer.UNREADABLE || length <= SHORT) {
            return whole == Answer.UNREADABLE ? end : whole;
        }
        long from = ThreadLocalRandom.current().nextLong(length - 2L * OverlapChannel.LENGTH);
        return piece(file, from, from + OverlapChannel.LENGTH);
    }

    private Answer end(RemotePath file, long length) throws IOException {
        ByteBuffer expected = OverlapChannel.before(local, length);
        try (OverlapChannel overlap = new OverlapChannel(expected, file.name(), null)) {
            connection.retrieve(file, length - expected.remaining(), overlap, bytes -> attempt.check());
            overlap.demandAll();
            return Answer.SAME;
        } catch (TransferException.ContentDiffers e) {
            return Answer.DIFFERENT;
        } catch (FtpException.Refused e) {
            return Answer.UNREADABLE;
        }
    }

    /** Compares a part of the file that need not be its end; what comes behind is not awaited. */
    Answer piece(RemotePath file, long from, long to) throws IOException {
        Piece piece = new Piece(part(from, to));
        try {
            connection.retrieve(file, from, piece, bytes -> attempt.check());
            return piece.isComplete() ? Answer.SAME : Answer.DIFFERENT;
        } catch (Enough e) {
            return e.same ? Answer.SAME : Answer.DIFFERENT;
        } catch (FtpException.Refused e) {
            return Answer.UNREADABLE;
        }
    }

    private Answer digest(RemotePath file, long length) throws IOException {
        String algorithm = connection.digestAlgorithm();
        ContentDigest own =
                algorithm == null ? null : ContentDigest.of(algorithm).orElse(null);
        if (own == null) {
            return Answer.UNREADABLE;
        }
        own.update(local, length);
        try {
            ContentHash told = connection.digest(file, length);
            if (!told.algorithm().equals(algorithm)) {
                return Answer.UNREADABLE;
            }
            return told.hexadecimal().equals(own.hexadecimal()) ? Answer.SAME : Answer.DIFFERENT;
        } catch (FtpException.Refused | FtpException.ProtocolViolation e) {
            return Answer.UNREADABLE;
        }
    }

    private ByteBuffer part(long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        try (FileChannel channel = FileChannel.open(local, StandardOpenOption.READ)) {
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, from + bytes.position());
            }
        }
        return bytes.flip();
    }

    /** Takes as many bytes as are expected, then breaks the transfer off. */
    private static final class Piece implements WritableByteChannel {

        private final ByteBuffer expected;

        Piece(ByteBuffer expected) {
            this.expected = expected;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int compared = Math.min(expected.remaining(), bytes.remaining());
            boolean same =
                    expected.slice(expected.position(), compared).equals(bytes.slice(bytes.position(), compared));
            expected.position(expected.position() + compared);
            if (!same || bytes.remaining() > compared) {
                throw new Enough(same);
            }
            bytes.position(bytes.limit());
            return compared;
        }

        boolean isComplete() {
            return !expected.hasRemaining();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    /** Nothing more needs to come. */
    @SuppressWarnings("serial") // Never serialised.
    private static final class Enough extends IOException {

        private final boolean same;

        Enough(boolean same) {
            super("enough was compared", null);
            this.same = same;
        }
    }
}
