// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * A number of bytes as listings print it: {@code 4096}, {@code 1,234,567}, and rounded with a unit of 1,024
 * ({@code 172.4k}, {@code 9.0M}, {@code 3G}).
 */
final class SizeColumn {

    private static final String UNITS = "bkmgtpe";
    private static final int BITS_PER_UNIT = 10;

    private SizeColumn() {}

    /** Whether the word may be a size at all; a quick look at its last character. */
    static boolean isPossible(Line line, int word) {
        char last = line.last(word);
        return Digits.isDigit(last) || UNITS.indexOf(Character.toLowerCase(last)) >= 0;
    }

    /** Whether the size has a unit of more than a byte, so that it tells the length only roughly. */
    static boolean isRounded(Line line, int word) {
        char last = line.last(word);
        boolean bytes = Character.toLowerCase(last) == 'b'
                && line.length(word) > 1
                && Digits.isDigit(line.text().charAt(line.end(word) - 2));
        return !Digits.isDigit(last) && !bytes;
    }

    /** The bytes, or {@link Digits#NONE}. */
    static long bytes(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        long plain = Digits.of(text, begin, end);
        if (plain >= 0 || begin == end || !Digits.isDigit(text.charAt(begin))) {
            return plain;
        }
        return Digits.isDigit(text.charAt(end - 1)) ? grouped(text, begin, end) : withUnit(text, begin, end);
    }

    /** Whether the word is a unit of its own: {@code KB}, {@code M}, {@code bytes}. */
    static boolean isUnit(Line line, int word) {
        int length = line.length(word);
        char last = (char) (line.last(word) | 0x20);
        boolean letter = UNITS.indexOf(line.first(word) | 0x20) >= 0;
        return (letter && (length == 1 || (length == 2 && last == 'b'))) || line.isIgnoringCase(word, "bytes");
    }

    /** The bytes that a number with a unit in the next word means, or {@link Digits#NONE}. */
    static long bytes(Line line, int number, int unit) {
        int shift = line.length(unit) > 2 ? 0 : BITS_PER_UNIT * UNITS.indexOf(line.first(unit) | 0x20);
        long value = line.number(number);
        return value < 0 || value > Long.MAX_VALUE >> shift ? Digits.NONE : value << shift;
    }

    /** Digits in groups of three with commas between them. */
    static long grouped(String text, int begin, int end) {
        long value = 0;
        int group = begin;
        while (group <= end) {
            int comma = text.indexOf(',', group);
            int groupEnd = comma < 0 || comma > end ? end : comma;
            int length = groupEnd - group;
            long part = length > 3 || (group > begin && length < 3) ? Digits.NONE : Digits.of(text, group, groupEnd);
            if (part < 0 || value > Long.MAX_VALUE / 1_000 - 1) {
                return Digits.NONE;
            }
            value = value * 1_000 + part;
            group = groupEnd + 1;
        }
        return value;
    }

    private static long withUnit(String text, int begin, int end) {
        int digits = end;
        char last = Character.toLowerCase(text.charAt(end - 1));
        char before = Character.toLowerCase(text.charAt(end - 2));
        digits -= last == 'b' && UNITS.indexOf(before) > 0 ? 2 : 1;
        int unit = UNITS.indexOf(Character.toLowerCase(text.charAt(digits)));
        int dot = begin;
        while (dot < digits && Digits.isDigit(text.charAt(dot))) {
            dot++;
        }
        long whole = Digits.of(text, begin, dot);
        int nanos = dot == digits ? 0 : Fraction.nanos(text, dot, digits);
        if (unit < 0 || whole < 0 || nanos < 0 || whole > Long.MAX_VALUE >> (BITS_PER_UNIT * unit + 1)) {
            return Digits.NONE;
        }
        long multiple = 1L << (BITS_PER_UNIT * unit);
        return whole * multiple + (long) (nanos / 1e9 * multiple);
    }
}
