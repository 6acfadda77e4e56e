// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.deflate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what a server has compressed for MODE Z: one zlib stream (RFC 1950). Keeps no more than one buffer, however much
 * comes out of it. For one transfer, one thread; {@link #close} frees memory and leaves the source alone.
 */
public final class InflatingChannel implements ReadableByteChannel {

    private static final int ROOM = 64 * 1024;

    private final ReadableByteChannel source;
    private final Inflater inflater = new Inflater();
    private final ByteBuffer compressed = ByteBuffer.allocate(ROOM).flip();
    private boolean ended;
    private boolean cut;
    private long consumed;

    /** Reads from the given channel, which stays the caller's. */
    public InflatingChannel(ReadableByteChannel source) {
        this.source = source;
    }

    /**
     * Reads bytes of the file; blocks until there is at least one.
     *
     * @return how many, or -1 at the end of the connection (see {@link #isCut})
     * @throws IOException when what comes is not compressed, or goes on behind its end
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        while (target.hasRemaining() && !ended) {
            int length = inflate(target);
            if (length > 0) {
                return length;
            }
            if (inflater.finished() && inflater.getRemaining() > 0) {
                throw new IOException("bytes behind the end of the compressed data");
            }
            ended = source.read(compressed.clear()) < 0;
            // For an empty file many servers send nothing at all.
            cut = ended && !inflater.finished() && consumed > 0;
            inflater.setInput(compressed.flip());
        }
        return ended ? -1 : 0;
    }

    private int inflate(ByteBuffer target) throws IOException {
        try {
            int length = inflater.finished() ? 0 : inflater.inflate(target);
            consumed = inflater.getBytesRead();
            if (inflater.needsDictionary()) {
                throw new IOException("compressed with a dictionary that nobody knows");
            }
            return length;
        } catch (DataFormatException e) {
            throw new IOException("damaged compressed data: " + e.getMessage(), e);
        }
    }

    /** Whether the connection ended before the compressed data did. */
    public boolean isCut() {
        return cut;
    }

    /** How many compressed bytes have been used up. */
    public long consumed() {
        return consumed;
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
