// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.deflate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.Deflater;

/**
 * Compresses what goes to a server in MODE Z: one zlib stream (RFC 1950). For one transfer, one thread; {@link #close}
 * frees memory and leaves the target alone.
 */
public final class DeflatingChannel implements WritableByteChannel {

    private static final int ROOM = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final WritableByteChannel target;
    private final Deflater deflater;
    private final ByteBuffer compressed = ByteBuffer.allocate(ROOM);

    /**
     * Writes to the given channel, which stays the caller's.
     *
     * @param level 1 (fast) to 9 (small)
     */
    public DeflatingChannel(WritableByteChannel target, int level) {
        this.target = target;
        deflater = new Deflater(level);
    }

    /** Takes all bytes; what comes out of them may leave later. */
    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        deflater.setInput(source);
        while (!deflater.needsInput()) {
            deflate();
        }
        // The caller will fill its buffer again, and the deflater would look into it again.
        deflater.setInput(NOTHING);
        return length;
    }

    /** Ends the compressed data and writes all of it. */
    public void finish() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        flush();
    }

    private void deflate() throws IOException {
        deflater.deflate(compressed);
        if (!compressed.hasRemaining()) {
            flush();
        }
    }

    private void flush() throws IOException {
        compressed.flip();
        while (compressed.hasRemaining()) {
            target.write(compressed);
        }
        compressed.clear();
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
