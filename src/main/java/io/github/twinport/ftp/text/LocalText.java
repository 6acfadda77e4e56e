// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Turns the line ends of an ASCII transfer into those of this system on their way to a local file. CR LF is a line end
 * (RFC 959, 3.1.1.1), and so is a lone LF, because vsftpd and others send their files unchanged. A lone CR is no line end
 * and stays; of CR CR LF the first CR stays. So where line ends are LF, a file that went out by {@link NetworkText} comes
 * back the same. May be cut anywhere: a CR at the end of a block waits for the next one. For one transfer, one thread.
 */
public final class LocalText implements WritableByteChannel {

    private static final int ROOM = 64 * 1024;

    private final WritableByteChannel target;
    private final byte[] lineEnd;
    private final ByteBuffer converted = ByteBuffer.allocate(ROOM);
    private boolean carriageReturn;
    private long networkLineEnds;
    private long written;

    /**
     * Writes to the given channel, which stays the caller's.
     *
     * @param lineEnd what ends a line in local files, see {@link System#lineSeparator}
     */
    public LocalText(WritableByteChannel target, String lineEnd) {
        this.target = target;
        this.lineEnd = lineEnd.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes all bytes of the block. */
    @Override
    public int write(ByteBuffer block) throws IOException {
        int taken = block.remaining();
        while (block.hasRemaining()) {
            makeRoom();
            take(block.get());
        }
        flush();
        return taken;
    }

    private void take(byte b) {
        if (b == '\n') {
            networkLineEnds += carriageReturn ? 1 : 0;
            carriageReturn = false;
            converted.put(lineEnd);
            return;
        }
        putWaiting();
        if (b == '\r') {
            carriageReturn = true;
        } else {
            converted.put(b);
        }
    }

    private void putWaiting() {
        if (carriageReturn) {
            carriageReturn = false;
            converted.put((byte) '\r');
        }
    }

    private void makeRoom() throws IOException {
        if (converted.remaining() < lineEnd.length + 2) {
            flush();
        }
    }

    private void flush() throws IOException {
        written += converted.flip().remaining();
        while (converted.hasRemaining()) {
            target.write(converted);
        }
        converted.clear();
    }

    /** Writes what still waits; at the end of the transfer. */
    public void finish() throws IOException {
        makeRoom();
        putWaiting();
        flush();
    }

    /** How many line ends were CR LF so far. */
    public long networkLineEnds() {
        return networkLineEnds;
    }

    /** How many bytes have gone into the local file. */
    public long written() {
        return written;
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
