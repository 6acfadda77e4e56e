// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a name inside a folder may be. Names come from servers and are never paths: a name that could lead anywhere else
 * is refused here, once, for every layer above.
 */
public final class EntryName {

    private EntryName() {}

    /**
     * Whether the text names one entry of one folder: not empty, not {@code .} or {@code ..}, without a slash and
     * without CR, LF or NUL, which would end the command that carries it.
     */
    public static boolean isPlain(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return false;
        }
        // A plain loop: this runs for every entry of every listing.
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '\r' || c == '\n' || c == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The name as a person may safely see it: control and bidirectional formatting characters appear as escapes instead
     * of acting on the screen. Bytes that could not be decoded appear as what they probably mean, or as escapes too.
     */
    public static String escaped(String name) {
        return escapedText(LegacyText.HERE.readable(name));
    }

    /** The same for a name of a folder whose charset is known, or is not (null). */
    static String escaped(String name, @Nullable Charset charset) {
        return charset == null ? escaped(name) : escapedText(LegacyText.HERE.readable(name, charset));
    }

    private static String escapedText(String name) {
        StringBuilder text = null;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean visible = isVisible(c);
            if (!visible && text == null) {
                text = new StringBuilder(name.length() + 8).append(name, 0, i);
            }
            if (text != null) {
                if (visible) {
                    text.appendCodePoint(c);
                } else if (c >= 0xDC80 && c <= 0xDCFF) {
                    text.append(String.format("\\x%02X", c - 0xDC00));
                } else {
                    text.append(String.format("\\u%04X", c));
                }
            }
            i = next;
        }
        return text == null ? name : text.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> c == 0x200D || c == 0x200C;
            default -> true;
        };
    }
}
