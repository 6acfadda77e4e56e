// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** Whole messages over a blocking channel. Never reads further than asked: what follows belongs to the server. */
final class Wire {

    private final ByteChannel channel;

    Wire(ByteChannel channel) {
        this.channel = channel;
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    byte[] read(int count) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(count);
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new EOFException("the proxy closed the connection");
            }
        }
        return target.array();
    }

    int readByte() throws IOException {
        return read(1)[0] & 0xFF;
    }
}
