// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * A connection in clear that was encrypted before. A server that is slow to answer close_notify sends that record later,
 * right before its first text in clear: such records are left out. Used by the lane thread only.
 */
final class ClearedChannel implements ByteChannel {

    private static final int HEADER = 5;

    private final SocketChannel socket;
    private final ByteBuffer first;
    private boolean clear;

    /**
     * Goes on with a socket.
     *
     * @param first what has come already behind the last record that was understood; ready to be read from, with room
     *     for a record
     */
    ClearedChannel(SocketChannel socket, ByteBuffer first) {
        this.socket = socket;
        this.first = first;
    }

    /** Whether bytes that begin like this are a TLS record (RFC 8446, 5.1) and not the text of a reply. */
    static boolean isRecord(byte first) {
        return first >= 20 && first <= 23;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        while (!clear) {
            if (!first.hasRemaining() && !fill()) {
                return -1;
            }
            if (!isRecord(first.get(first.position()))) {
                clear = true;
            } else if (!skipRecord()) {
                return -1;
            }
        }
        if (!first.hasRemaining()) {
            return socket.read(target);
        }
        int length = Math.min(first.remaining(), target.remaining());
        target.put(target.position(), first, first.position(), length);
        target.position(target.position() + length);
        first.position(first.position() + length);
        return length;
    }

    private boolean skipRecord() throws IOException {
        while (first.remaining() < HEADER || first.remaining() < recordLength()) {
            if (!fill()) {
                return false;
            }
        }
        first.position(first.position() + recordLength());
        return true;
    }

    private int recordLength() throws IOException {
        int length = HEADER + (first.getShort(first.position() + 3) & 0xFFFF);
        if (length > first.capacity()) {
            throw new IOException("neither a TLS record nor text");
        }
        return length;
    }

    private boolean fill() throws IOException {
        first.compact();
        int read = socket.read(first);
        first.flip();
        return read >= 0;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return socket.write(source);
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
