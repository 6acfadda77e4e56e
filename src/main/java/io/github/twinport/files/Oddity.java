// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How unlike a name a text looks, as texts do that were read in a wrong charset: signs inside of words, capitals behind
 * small letters, words of two alphabets, letters that are rare in their language. Only characters beyond ASCII count.
 */
final class Oddity {

    private static final Set<UnicodeScript> ALPHABETS = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI);

    /** Two of three letters of Slavic texts; the charsets of Cyrillic differ only by which letter is which byte. */
    private static final String OFTEN_IN_CYRILLIC = "оеаинтсрвлікм";

    private static final double RARE = 0.5;

    private Oddity() {}

    /** 0 for what may well be a name, and more the less it is like one. */
    static double of(String text) {
        double odd = 0;
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int after = i < text.length() ? text.codePointAt(i) : ' ';
            odd += c < 0x80 ? 0 : of(before, c, after);
            before = c;
        }
        return odd;
    }

    private static double of(int before, int c, int after) {
        if (isHalfWidth(c)) {
            return 1;
        }
        if (Character.isLetter(c)) {
            return (isMixed(before, c) || isMixed(c, after) ? 1 : 0)
                    + (isRisingCase(before, c) || isRisingCase(c, after) ? 1 : 0)
                    + (isRare(c) ? RARE : 0);
        }
        boolean inside = Character.isLetter(before) && Character.isLetter(after);
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SPACE_SEPARATOR -> 0;
            case Character.DASH_PUNCTUATION -> 0;
            case Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> inside ? 1 : 0;
            default -> 1;
        };
    }

    private static boolean isRisingCase(int first, int second) {
        return Character.isLowerCase(first) && Character.isUpperCase(second);
    }

    private static boolean isMixed(int first, int second) {
        if (!Character.isLetter(first) || !Character.isLetter(second)) {
            return false;
        }
        UnicodeScript one = UnicodeScript.of(first);
        UnicodeScript other = UnicodeScript.of(second);
        return one != other && ALPHABETS.contains(one) && ALPHABETS.contains(other);
    }

    private static boolean isRare(int c) {
        return UnicodeScript.of(c) == UnicodeScript.CYRILLIC && OFTEN_IN_CYRILLIC.indexOf(Character.toLowerCase(c)) < 0;
    }

    /** Half-width katakana, which nobody uses in names but every second byte of EUC-JP is in Shift_JIS. */
    private static boolean isHalfWidth(int c) {
        return c >= 0xFF61 && c <= 0xFF9F;
    }
}
