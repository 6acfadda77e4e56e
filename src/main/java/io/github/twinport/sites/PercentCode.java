// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.control.WireCharset;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding of URLs (RFC 3986 section 2.1) over UTF-8. Bytes that are no UTF-8 become what names from a server have
 * in their place (see {@link WireCharset}), so that every name can be given. Stateless; any thread.
 */
final class PercentCode {

    private static final String UNRESERVED = "-._~";

    private PercentCode() {}

    /** Encodes all but letters, digits, {@code -._~} and the characters given. */
    static String encode(String text, String alsoPlain) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : bytes(text)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain || alsoPlain.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static byte[] bytes(String text) {
        try {
            return WireCharset.UTF_8.encode(text);
        } catch (CharacterCodingException e) {
            // Half a character, which no server has sent.
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Decodes, or answers null when an escape is broken. */
    static @Nullable String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = bytes(text);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        return WireCharset.UTF_8.decode(decoded.toByteArray(), 0, decoded.size());
    }
}
