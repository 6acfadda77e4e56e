// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** What single words of a date may be, whether there is such a date or not. */
final class DateWords {

    private static final int SHORTEST_NAME = 3;

    private DateWords() {}

    /** A year of four digits, or with a sign behind it, or {@link Digits#NONE}. */
    static int year(Line line, int word) {
        int year = line.length(word) == 4 ? (int) line.number(word) : CjkNumber.of(line, word);
        return year >= 1_900 && year <= 2_100 ? year : Digits.NONE;
    }

    /** The number of a month or of its name, or {@link Digits#NONE}. */
    static int month(Line line, int word) {
        int number = small(line, word);
        return number < 0 ? MonthNames.month(line.text(), line.begin(word), line.end(word)) : number;
    }

    /** A number of one or two digits, perhaps with a sign or a dot or comma behind it, or {@link Digits#NONE}. */
    static int small(Line line, int word) {
        int end = ".,".indexOf(line.last(word)) >= 0 ? line.end(word) - 1 : line.end(word);
        int length = end - line.begin(word);
        int number = length > 2 ? Digits.NONE : Digits.small(line.text(), line.begin(word), end);
        int signed = number < 0 ? CjkNumber.of(line, word) : number;
        return signed > 99 ? Digits.NONE : signed;
    }

    /** Whether the word may be the name of a month in some language. */
    static boolean isName(Line line, int word) {
        for (int i = line.begin(word); i < line.end(word); i++) {
            char c = line.text().charAt(i);
            if (!Character.isLetter(c) && (c < 0xDC80 || c > 0xDCFF) && ".,".indexOf(c) < 0) {
                return false;
            }
        }
        return line.length(word) >= SHORTEST_NAME;
    }

    /** {@code 00-00-00}, {@code 0000/00/00}: no date at all. */
    static boolean isZeros(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if ("0-/.".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return end - begin >= 6 && text.charAt(begin) == '0' && text.charAt(end - 1) == '0';
    }
}
