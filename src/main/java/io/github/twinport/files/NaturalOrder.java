// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The order in which people expect names: {@code a2} before {@code a10}, capitals beside small letters, letters with
 * accents beside those without.
 */
public final class NaturalOrder {

    private NaturalOrder() {}

    /**
     * A text whose plain {@link String#compareTo} is the natural order of the names, so that sorting many names makes
     * each key once. Different names may have the same key.
     */
    public static String key(String name) {
        String plain = folded(name);
        StringBuilder key = new StringBuilder(plain.length() + 8);
        for (int i = 0; i < plain.length(); ) {
            char c = plain.charAt(i);
            if (!isDigit(c)) {
                key.append(c);
                i++;
                continue;
            }
            int start = i;
            while (i < plain.length() && isDigit(plain.charAt(i))) {
                i++;
            }
            int first = start;
            while (first < i - 1 && plain.charAt(first) == '0') {
                first++;
            }
            // A longer number is a larger one: its length decides before its digits do.
            key.append('0').append((char) (i - first)).append(plain, first, i);
        }
        return key.toString();
    }

    /** The name in small letters without accents. */
    public static String folded(String name) {
        return withoutAccents(name).toLowerCase(Locale.ROOT);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String withoutAccents(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
            }
        }
        return name;
    }
}
