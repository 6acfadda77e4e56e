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
 * Guesses what names say that are not text in the session's charset. For showing only: the names themselves keep their
 * bytes as lone surrogates (see {@link RemotePath}), whatever is guessed here. Names that are valid UTF-8 were read as
 * that before; for the others the charsets that computers of the user's language used before UTF-8 are tried, then
 * Western Europe's: the one in which they look most like words ({@link Oddity}). A guess that would not be all letters
 * and signs is dropped. Immutable; any thread.
 */
final class LegacyText {

    /** For the language of this computer. */
    static final LegacyText HERE = new LegacyText(Locale.getDefault());

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final List<Charset> charsets;

    LegacyText(Locale locale) {
        // A Java that was made small may lack the charsets of East Asia.
        charsets = usual(locale).stream()
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }

    /** The most usual one first: it is taken where another one fits no better. */
    private static List<String> usual(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ru", "uk", "be", "bg", "mk", "sr" -> List.of("windows-1251", "KOI8-R", "IBM866");
            case "pl", "cs", "sk", "hu", "hr", "sl", "ro", "sq", "bs" ->
                List.of("windows-1250", "ISO-8859-2", "IBM852");
            case "el" -> List.of("windows-1253", "IBM737");
            case "tr", "az" -> List.of("windows-1254", "IBM857");
            case "he", "iw" -> List.of("windows-1255");
            case "ar", "fa", "ur" -> List.of("windows-1256");
            case "et", "lv", "lt" -> List.of("windows-1257", "IBM775");
            case "vi" -> List.of("windows-1258");
            case "th" -> List.of("x-windows-874");
            case "ja" -> List.of("windows-31j", "EUC-JP");
            case "ko" -> List.of("x-windows-949");
            case "zh" -> isTraditional(locale) ? List.of("Big5", "GB18030") : List.of("GB18030", "Big5");
            default -> List.of("windows-1252", "IBM850");
        };
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
    }

    /** The name with what its undecodable bytes probably mean; the name itself where it has none or nothing fits. */
    String readable(String name) {
        if (!hasBytes(name)) {
            return name;
        }
        Charset charset = best(List.of(name));
        return charset == null ? name : readable(name, charset);
    }

    /** The name as text in a charset; as well as it can be guessed by itself where it is none. */
    String readable(String name, Charset charset) {
        if (!hasBytes(name)) {
            return name;
        }
        String text = text(name, charset);
        if (text != null) {
            return text;
        }
        Charset another = best(List.of(name));
        String guess = another == null ? null : text(name, another);
        return guess == null ? name : guess;
    }

    /** The charset in which most of the names are text, and look most like words; null where none fits any of them. */
    @Nullable
    Charset best(List<String> names) {
        Guess best = new Guess(null, 0, 0);
        for (Charset charset : charsets) {
            Guess guess = guess(names, charset);
            best = guess.isBetterThan(best) ? guess : best;
        }
        if (best.read() < names.size()) {
            // Latin letters look like words too often to compete with those of the user's language.
            Guess western = guess(names, WESTERN);
            best = western.read() > best.read() ? western : best;
        }
        return best.charset();
    }

    private static Guess guess(List<String> names, Charset charset) {
        int read = 0;
        double odd = 0;
        for (String name : names) {
            String text = text(name, charset);
            read += text == null ? 0 : 1;
            odd += text == null ? 0 : Oddity.of(text);
        }
        return new Guess(charset, read, odd);
    }

    /** How many names are text in a charset, and how odd they look. */
    private record Guess(@Nullable Charset charset, int read, double odd) {

        boolean isBetterThan(Guess other) {
            return read > other.read || (read > 0 && read == other.read && odd < other.odd);
        }
    }

    /** Whether the name has bytes that could not be decoded. */
    static boolean hasBytes(String name) {
        // A plain loop: this runs for every entry of every listing.
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isByte(c) && (i == 0 || !Character.isHighSurrogate(name.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String text(String name, Charset charset) {
        String text = decode(bytes(name), charset);
        return text != null && text.codePoints().allMatch(LegacyText::isPlausible) ? text : null;
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
