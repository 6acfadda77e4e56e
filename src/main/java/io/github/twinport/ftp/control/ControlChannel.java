// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.tls.TlsChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the bytes of a control connection go through: its socket, or TLS on top of it. Used by the lane thread only. */
final class ControlChannel {

    private final ReplyReader reader;
    private ByteChannel channel;

    /** Begins in clear. */
    ControlChannel(SocketChannel socket, ReplyReader reader) {
        this.channel = socket;
        this.reader = reader;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The protection, or null in clear. */
    @Nullable
    TlsChannel tls() {
        return channel instanceof TlsChannel tls ? tls : null;
    }

    /** Whether bytes have arrived that belong to no reply read so far. */
    boolean hasUnreadBytes() {
        return reader.hasBufferedBytes() || (channel instanceof TlsChannel tls && tls.hasBufferedBytes());
    }

    /** Shakes hands and goes on encrypted. */
    void protect(TlsChannel tls) throws IOException {
        tls.handshake();
        switchTo(tls);
    }

    /** Takes leave of TLS and goes on in clear. */
    void leave(TlsChannel tls, Duration limit) throws IOException {
        switchTo(tls.leave(limit));
    }

    private void switchTo(ByteChannel other) {
        channel = other;
        reader.switchTo(other);
    }
}
