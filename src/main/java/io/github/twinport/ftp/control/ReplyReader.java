// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts the bytes of a control connection into replies (RFC 959, 4.2) and copes with what real servers send: bare LF, NUL
 * bytes, a missing blank behind the code, inner lines that begin with digits, stray lines between replies. What a hostile
 * server can make it keep is bounded. Used by the lane thread only.
 */
final class ReplyReader {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_REPLY = 1024 * 1024;

    /** What a line takes at least, here and in the protocol log: endless empty lines are too much, too. */
    private static final int LINE_OVERHEAD = 64;

    private final ByteBuffer buffer = ByteBuffer.allocate(8 * 1024).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private ReadableByteChannel source;

    ReplyReader(ReadableByteChannel source) {
        this.source = source;
    }

    /** Goes on with another channel, for instance after the TLS handshake. */
    void switchTo(ReadableByteChannel channel) {
        source = channel;
    }

    /** Whether bytes have arrived that belong to no reply read so far. */
    boolean hasBufferedBytes() {
        return buffer.hasRemaining();
    }

    /**
     * Reads the next reply; blocks.
     *
     * @param charset decodes the texts
     * @param lines is told every line as it comes
     * @throws EOFException when the server has closed the connection
     * @throws ProtocolViolation when a line or reply is longer than any server needs
     */
    Reply read(WireCharset charset, Consumer<String> lines) throws IOException {
        int total = 0;
        String first = readLine(charset, lines);
        while (!startsWithCode(first)) {
            total = bounded(total + first.length() + LINE_OVERHEAD);
            first = readLine(charset, lines);
        }
        int code = Integer.parseInt(first, 0, 3, 10);
        if (first.length() == 3 || first.charAt(3) != '-') {
            return new Reply(code, List.of(textBehindCode(first)));
        }
        List<String> texts = new ArrayList<>();
        texts.add(first.substring(4));
        String last = first.substring(0, 3);
        while (true) {
            String next = readLine(charset, lines);
            total = bounded(total + next.length() + LINE_OVERHEAD);
            if (next.startsWith(last) && (next.length() == 3 || next.charAt(3) == ' ')) {
                texts.add(textBehindCode(next));
                return new Reply(code, texts);
            }
            texts.add(next.startsWith(last + "-") ? next.substring(4) : next);
        }
    }

    private static int bounded(int total) throws ProtocolViolation {
        if (total > LARGEST_REPLY) {
            throw new ProtocolViolation("a reply of more than " + LARGEST_REPLY + " bytes");
        }
        return total;
    }

    private static boolean startsWithCode(String text) {
        return text.length() >= 3
                && text.charAt(0) != '0'
                && isDigit(text.charAt(0))
                && isDigit(text.charAt(1))
                && isDigit(text.charAt(2))
                && (text.length() == 3 || !isDigit(text.charAt(3)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String textBehindCode(String text) {
        int start = text.length() > 3 && text.charAt(3) == ' ' ? 4 : 3;
        return text.substring(start);
    }

    private String readLine(WireCharset charset, Consumer<String> lines) throws IOException {
        line.reset();
        int skipped = 0;
        while (true) {
            while (buffer.hasRemaining()) {
                byte b = buffer.get();
                if (b == '\n') {
                    String text = withoutLineEnd(charset);
                    lines.accept(text);
                    return text;
                }
                if (b == 0) {
                    skipped++;
                } else {
                    line.write(b);
                }
            }
            if (line.size() + skipped > LONGEST_LINE) {
                throw new ProtocolViolation("a reply line of more than " + LONGEST_LINE + " bytes");
            }
            buffer.clear();
            int read = source.read(buffer);
            buffer.flip();
            if (read < 0) {
                throw new EOFException("the server closed the control connection");
            }
        }
    }

    private String withoutLineEnd(WireCharset charset) {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        return charset.decode(bytes, 0, length);
    }
}
