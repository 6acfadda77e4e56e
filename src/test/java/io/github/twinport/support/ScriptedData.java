// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The server's end of one data connection in a {@link Script}; see {@link Conversation#data}. */
public final class ScriptedData implements AutoCloseable {

    private final Socket raw;
    private final Socket socket;
    private final Conversation conversation;

    ScriptedData(Socket raw, Socket socket, Conversation conversation) {
        this.raw = raw;
        this.socket = socket;
        this.conversation = conversation;
    }

    /** The client's port of this data connection. */
    public int clientPort() {
        return socket.getPort();
    }

    /** Sends text as UTF-8; nothing is added. */
    public ScriptedData send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes. */
    public ScriptedData send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not send data: " + e.getMessage(), e);
        }
        return this;
    }

    /** Sends zeros until the client has closed or broken off the connection. */
    public ScriptedData sendUntilClosed() {
        byte[] zeros = new byte[16 * 1024];
        try {
            while (true) {
                socket.getOutputStream().write(zeros);
            }
        } catch (IOException e) {
            return this; // the client's close, which was waited for
        }
    }

    /** Receives until the client's end; the bytes appear in {@link ScriptedServer#received()}. */
    public ScriptedData receive() {
        try {
            conversation.receivedData(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("could not receive data: " + e.getMessage(), e);
        }
        return this;
    }

    /** Receives at most that many bytes and returns them; they appear in {@link ScriptedServer#received()} too. */
    public byte[] receive(int count) {
        try {
            byte[] bytes = socket.getInputStream().readNBytes(count);
            conversation.receivedData(bytes);
            return Arrays.copyOf(bytes, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("could not receive data: " + e.getMessage(), e);
        }
    }

    /** How many bytes have come that nobody has received yet. */
    public int waiting() {
        try {
            return raw.getInputStream().available();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at data: " + e.getMessage(), e);
        }
    }

    /** Sends nothing any more and holds the connection open until the client closes it or the server is closed. */
    public ScriptedData stall() {
        try {
            socket.setSoTimeout(0);
            InputStream in = socket.getInputStream();
            byte[] ignored = new byte[1024];
            while (in.read(ignored) >= 0) {
                // the client may talk; nobody answers
            }
        } catch (IOException e) {
            return this; // broken off, which ends the stall as well
        }
        return this;
    }

    /** Breaks the connection off: the client sees a reset instead of an end. */
    public void reset() {
        Loopback.reset(raw);
    }

    /** Ends the TCP connection without close_notify, which a TLS client must take for a truncated file. */
    public void truncate() {
        Loopback.closeQuietly(raw);
    }

    /** Ends the connection in order (with TLS: close_notify first). */
    @Override
    public void close() {
        Loopback.closeQuietly(socket);
    }
}
