// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of replies, names and listings into text and back without losing any: a byte that the charset cannot
 * decode becomes the lone surrogate U+DC00 + byte, and such a surrogate becomes that byte again. So a file whose name is
 * not valid in the server's charset can still be fetched, renamed and deleted. Immutable; any thread.
 */
public final class WireCharset {

    /** What RFC 2640 asks for. */
    public static final WireCharset UTF_8 = new WireCharset(StandardCharsets.UTF_8);

    private final Charset charset;

    /** For a charset that the platform knows. */
    public WireCharset(Charset charset) {
        this.charset = charset;
    }

    /** The charset itself. */
    public Charset charset() {
        return charset;
    }

    /** Decodes every byte. */
    public String decode(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return decodeStrictly(ByteBuffer.wrap(bytes, offset, length));
            }
        }
        return new String(bytes, offset, length, StandardCharsets.US_ASCII);
    }

    private String decodeStrictly(ByteBuffer bytes) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) (bytes.remaining() * decoder.maxCharsPerByte()) + 1);
        ByteBuffer whole = bytes.duplicate();
        while (true) {
            CoderResult result = decoder.decode(bytes, text, true);
            if (result.isUnderflow()) {
                String decoded = text.flip().toString();
                return isFaithful(decoded, whole) ? decoded : onlyAscii(whole);
            }
            // One byte only: the next may begin a character of its own.
            text.put(keep(bytes.get()));
            decoder.reset();
        }
    }

    /** Some characters have several codes, of which an encoder knows one (Shift_JIS and its relatives). */
    private boolean isFaithful(String decoded, ByteBuffer bytes) {
        try {
            return ByteBuffer.wrap(encode(decoded)).equals(bytes);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String onlyAscii(ByteBuffer bytes) {
        StringBuilder text = new StringBuilder(bytes.remaining());
        while (bytes.hasRemaining()) {
            text.append(keep(bytes.get()));
        }
        return text.toString();
    }

    private static char keep(byte b) {
        return (char) (b < 0 ? 0xDC00 + (b & 0xFF) : b);
    }

    /**
     * Encodes text, undecodable bytes of earlier texts included.
     *
     * @throws CharacterCodingException when the charset has no bytes for a character
     */
    public byte[] encode(String text) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xDC80 && c <= 0xDCFF && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                bytes.writeBytes(encodeStrictly(text.substring(start, i)));
                bytes.write(c - 0xDC00);
                start = i + 1;
            }
        }
        bytes.writeBytes(encodeStrictly(text.substring(start)));
        return bytes.toByteArray();
    }

    private byte[] encodeStrictly(String text) throws CharacterCodingException {
        ByteBuffer encoded = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
