// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.FtpException.Oversized;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.text.LocalText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts what comes of one file into its target and counts it. A file may grow while it is transferred, and sizes of some
 * listings are rounded, so a quarter more than the known length is taken, and {@link #GROWTH} at least; who sends more
 * is stopped before the disk is full. Where the length is not known, compressed data may not be a bomb. Belongs to the lane thread.
 */
final class Reception {

    /** How much more than the known length is always taken, in bytes. */
    static final long GROWTH = 16L * 1024 * 1024;

    /** So much is always taken of a compressed file whose length nobody knows, in bytes. */
    static final long UNKNOWN_LENGTH = 256L * 1024 * 1024;

    /** Beyond that, how many times more than its compressed data the file may have; text comes to about 50. */
    static final long RATIO = 200;

    private final Retrieval what;
    private final WritableByteChannel target;
    private final LongSupplier compressed;
    private final @Nullable LocalText text;
    private long wire;
    private long file;

    /**
     * For one file.
     *
     * @param compressed tells how many compressed bytes have come, negative where nothing is compressed
     */
    Reception(Retrieval what, WritableByteChannel target, LongSupplier compressed) {
        this.what = what;
        this.compressed = compressed;
        text = what.type() == TransferType.ASCII ? new LocalText(target, System.lineSeparator()) : null;
        this.target = text == null ? target : text;
    }

    /**
     * Writes one block.
     *
     * @return how many bytes went into the target
     */
    long take(ByteBuffer block) throws IOException {
        wire += block.remaining();
        stopExcess();
        long before = file();
        file += text == null ? block.remaining() : 0;
        while (block.hasRemaining()) {
            target.write(block);
        }
        return file() - before;
    }

    /**
     * Writes what waited for the end.
     *
     * @return how many bytes went into the target
     */
    long finish() throws IOException {
        long before = file();
        if (text != null) {
            text.finish();
        }
        return file() - before;
    }

    private void stopExcess() throws Oversized {
        if (what.size() == Entry.UNKNOWN_SIZE) {
            long small = compressed.getAsLong();
            if (small >= 0 && wire > UNKNOWN_LENGTH && wire / RATIO > small) {
                throw new Oversized(Entry.UNKNOWN_SIZE, wire);
            }
            return;
        }
        // Text without a single long line still has at most one CR more for each byte.
        long size = what.type() == TransferType.ASCII ? 2 * what.size() : what.size();
        if (what.offset() + wire - size > Math.max(GROWTH, size / 4)) {
            throw new Oversized(what.size(), what.offset() + wire);
        }
    }

    /** How many bytes are in the target because of this transfer. */
    long file() {
        return text == null ? file : text.written();
    }

    /** Whether what came is all of a file that has this length on the server. */
    boolean isAllOf(long size) {
        long position = what.offset() + wire;
        // A server whose own line ends are LF has sent one byte more for each.
        return size == position || (text != null && size == wire - text.networkLineEnds());
    }

    /** Where in the server's file the transfer ended, in bytes. */
    long position() {
        return what.offset() + wire;
    }
}
