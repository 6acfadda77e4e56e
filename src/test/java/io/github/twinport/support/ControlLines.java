// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The bytes and lines of a {@link Conversation}, with a transcript of both directions. */
final class ControlLines {

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> transcript = new CopyOnWriteArrayList<>();
    private volatile Socket socket;

    ControlLines(Socket socket) {
        this.socket = socket;
    }

    /** Goes on over another socket, after the TLS handshake. */
    void continueOver(Socket secured) {
        socket = secured;
        remark("TLS");
    }

    void remark(String text) {
        transcript.add("  (" + text + ")");
    }

    void write(byte[] bytes) throws IOException {
        transcript.add("> " + printable(bytes));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    byte[] read(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        transcript.add("< " + printable(bytes));
        return bytes;
    }

    /** The next line without CRLF; null at the end of the connection. Reads no byte further, for TLS may follow. */
    @Nullable
    String readLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        int previous = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (previous == '\r' && next == '\n') {
                String text = text(bytes.toByteArray());
                String line = text.substring(0, text.length() - 2);
                transcript.add("< " + line);
                commands.add(line);
                return line;
            }
            previous = next;
        }
        if (bytes.size() > 0) {
            throw new EOFException("end in the middle of <" + bytes.toString(StandardCharsets.UTF_8) + ">");
        }
        transcript.add("< (end)");
        return null;
    }

    /** Whether more has arrived already, for instance in the packet that brought the line before. */
    boolean hasMore() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** UTF-8; each byte a character where it is none, so that no byte of a line is lost to a test. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }

    void close() {
        Loopback.closeQuietly(socket);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> transcript() {
        return List.copyOf(transcript);
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0
                ? HexFormat.ofDelimiter(" ").formatHex(bytes)
                : text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
