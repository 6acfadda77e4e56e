// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.deflate.DeflatingChannel;
import io.github.twinport.ftp.deflate.InflatingChannel;
import io.github.twinport.ftp.tls.TlsChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The connection over which one listing or one file travels: a socket, where wanted TLS over it, and compression over
 * that. Blocks; belongs to the lane thread, but {@link #close} may be called by any.
 */
public final class DataConnection implements ByteChannel {

    private final SocketChannel socket;
    private final @Nullable TlsChannel tls;
    private final @Nullable InflatingChannel inflating;
    private final @Nullable DeflatingChannel deflating;
    private boolean received;
    private boolean sent;

    /**
     * Made of an open socket.
     *
     * @param compressionLevel how hard to compress, 1 to 9; 0 for not at all (MODE S)
     */
    DataConnection(SocketChannel socket, @Nullable TlsChannel tls, int compressionLevel) {
        this.socket = socket;
        this.tls = tls;
        ByteChannel wire = tls == null ? socket : tls;
        inflating = compressionLevel == 0 ? null : new InflatingChannel(wire);
        deflating = compressionLevel == 0 ? null : new DeflatingChannel(wire, compressionLevel);
    }

    /** Sends the first words of the handshake where the connection is encrypted; does not wait. */
    void greet() throws IOException {
        if (tls != null) {
            tls.greet();
        }
    }

    /** Shakes hands where the connection is encrypted; to be called once the server has announced the transfer. */
    void handshake() throws IOException {
        if (tls != null) {
            tls.handshake();
        }
    }

    /** Whether bytes are encrypted. */
    public boolean isEncrypted() {
        return tls != null;
    }

    /** What TLS agreed upon, null where the connection is in clear. */
    public @Nullable TlsChannel tls() {
        return tls;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = receive(target);
        received |= read > 0;
        return read;
    }

    private int receive(ByteBuffer target) throws IOException {
        if (inflating != null) {
            return inflating.read(target);
        }
        return tls == null ? socket.read(target) : tls.read(target);
    }

    /** Whether any byte has come. */
    boolean hasReceived() {
        return received;
    }

    /** Whether it was tried to send anything. */
    public boolean hasSent() {
        return sent;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        sent = true;
        if (deflating != null) {
            return deflating.write(source);
        }
        return tls == null ? socket.write(source) : tls.write(source);
    }

    /** Ends an upload: everything is out, and what the server still says is read until it ends the connection. */
    public void finishSending() throws IOException {
        if (deflating != null) {
            deflating.finish();
        }
        if (tls == null) {
            socket.shutdownOutput();
        } else {
            tls.shutdownOutput();
            tls.drain();
        }
    }

    /** Waits for the other side's end after {@link #finishSending}; false when it sends something instead. Only in clear. */
    boolean awaitEnd() throws IOException {
        return socket.read(ByteBuffer.allocate(1)) < 0;
    }

    /** Whether bytes have come that nobody has read; only in clear. */
    boolean hasBytes() {
        try {
            return socket.socket().getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether nothing happens to the bytes on their way, so that blocks are best outside of the heap. */
    public boolean isPlain() {
        return tls == null && inflating == null;
    }

    /** Whether the stream ended without TLS's close_notify, or inside compressed data, so that it may be cut off. */
    public boolean isTruncated() {
        return (tls != null && tls.isTruncated()) || (inflating != null && inflating.isCut());
    }

    /** How many compressed bytes what was read so far was made of; -1 where nothing is compressed. */
    public long compressedBytes() {
        return inflating == null ? -1 : inflating.consumed();
    }

    /** Ends a download that was read to its end: the server gets its close_notify before the socket closes. */
    public void finishReceiving() throws IOException {
        if (tls != null && !tls.isTruncated()) {
            tls.shutdownOutput();
        }
    }

    /** Frees memory; nothing can be read or written any more. */
    void release() {
        if (inflating != null) {
            inflating.close();
        }
        if (deflating != null) {
            deflating.close();
        }
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
