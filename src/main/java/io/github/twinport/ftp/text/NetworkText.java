// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Turns the line ends of a local file into those of an ASCII transfer, CR LF (RFC 959, 3.1.1.1). An LF becomes CR LF
 * unless a CR stands before it already, on every system: text with either line end occurs everywhere. A lone CR stays.
 * May be cut anywhere. For one transfer, one thread.
 */
public final class NetworkText implements ReadableByteChannel {

    private static final int ROOM = 64 * 1024;

    private final ReadableByteChannel source;
    private final ByteBuffer local = ByteBuffer.allocate(ROOM).flip();
    private boolean carriageReturn;
    private long consumed;

    /** Reads from the given channel, which stays the caller's. */
    public NetworkText(ReadableByteChannel source) {
        this.source = source;
    }

    /**
     * Fills the block as far as one read of the source goes.
     *
     * @param block with room for two bytes at least
     */
    @Override
    public int read(ByteBuffer block) throws IOException {
        int start = block.position();
        if (!local.hasRemaining()) {
            int read = source.read(local.clear());
            local.flip();
            if (read < 0) {
                return -1;
            }
        }
        while (local.hasRemaining() && block.remaining() >= 2) {
            byte b = local.get();
            consumed++;
            if (b == '\n' && !carriageReturn) {
                block.put((byte) '\r');
            }
            block.put(b);
            carriageReturn = b == '\r';
        }
        return block.position() - start;
    }

    /** How many bytes of the local file have been converted. */
    public long consumed() {
        return consumed;
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
