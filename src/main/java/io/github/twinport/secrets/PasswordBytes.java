// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Passwords as UTF-8 and back, without leaving copies in memory. Any thread. */
final class PasswordBytes {

    private static final int LONGEST_CHARACTER = 3;

    private PasswordBytes() {}

    static byte[] of(char[] password) {
        byte[] room = new byte[password.length * LONGEST_CHARACTER];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        CoderResult result = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), encoded, true);
        demand(result);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }

    static char[] text(byte[] bytes) {
        char[] room = new char[bytes.length];
        CharBuffer decoded = CharBuffer.wrap(room);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes), decoded, true);
        demand(result);
        char[] text = Arrays.copyOf(room, decoded.position());
        Arrays.fill(room, '\0');
        return text;
    }

    private static void demand(CoderResult result) {
        try {
            if (result.isError() || result.isOverflow()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("there is room for all, and what is malformed is replaced", e);
        }
    }
}
