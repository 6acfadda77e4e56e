// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what a name says that is not text in the session's charset. For showing only: the name itself keeps its bytes
 * as lone surrogates (see {@link RemotePath}), whatever is guessed here. Names that are valid UTF-8 were read as that
 * before; for the others the charset that computers of the user's language used before UTF-8 is tried, then Western
 * Europe's. A guess that would not be all letters and signs is dropped. Immutable; any thread.
 */
final class LegacyText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** For the language of this computer. */
    static final LegacyText HERE = new LegacyText(Locale.getDefault());

    private final List<Charset> charsets;

    LegacyText(Locale locale) {
        String name = usual(locale);
        // A Java that was made small may lack the charsets of East Asia.
        Charset usual = Charset.isSupported(name) ? Charset.forName(name) : WESTERN;
        charsets = usual.equals(WESTERN) ? List.of(WESTERN) : List.of(usual, WESTERN);
    }

    private static String usual(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ru", "uk", "be", "bg", "mk", "sr" -> "windows-1251";
            case "pl", "cs", "sk", "hu", "hr", "sl", "ro", "sq", "bs" -> "windows-1250";
            case "el" -> "windows-1253";
            case "tr", "az" -> "windows-1254";
            case "he", "iw" -> "windows-1255";
            case "ar", "fa", "ur" -> "windows-1256";
            case "et", "lv", "lt" -> "windows-1257";
            case "vi" -> "windows-1258";
            case "th" -> "x-windows-874";
            case "ja" -> "windows-31j";
            case "ko" -> "x-windows-949";
            case "zh" -> isTraditional(locale) ? "Big5" : "GB18030";
            default -> "windows-1252";
        };
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
    }

    /** The name with what its undecodable bytes probably mean; the name itself where it has none or nothing fits. */
    String readable(String name) {
        if (name.chars().noneMatch(LegacyText::isByte)) {
            return name;
        }
        ByteBuffer bytes = bytes(name);
        for (Charset charset : charsets) {
            String guess = decode(bytes.duplicate(), charset);
            if (guess != null && guess.codePoints().allMatch(LegacyText::isPlausible)) {
                return guess;
            }
        }
        return name;
    }

    private static boolean isByte(int c) {
        return c >= 0xDC80 && c <= 0xDCFF;
    }

    private static ByteBuffer bytes(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if (isByte(c)) {
                bytes.write(c - 0xDC00);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static @Nullable String decode(ByteBuffer bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Letters and signs; ASCII stays what it is. Controls and private characters come of a wrong guess. */
    private static boolean isPlausible(int c) {
        return c < 0x80
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
