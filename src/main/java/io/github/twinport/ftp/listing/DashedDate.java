// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** A date with an English month between dashes: {@code 2-JUN-1998}, {@code 18-Dec-96}, {@code Feb-28-1998}. */
final class DashedDate extends DateColumn {

    /** Whether the word looks like such a date, in whatever language, and even if there is no such day. */
    static boolean isForm(Line line, int word) {
        String text = line.text();
        int first = text.indexOf('-', line.begin(word));
        int second = first < 0 ? first : text.indexOf('-', first + 1);
        if (second <= first + 1 || second >= line.end(word)) {
            return false;
        }
        boolean dayFirst = Digits.small(text, line.begin(word), first) >= 0;
        int name = dayFirst ? first + 1 : line.begin(word);
        boolean numbers = dayFirst || Digits.small(text, first + 1, second) >= 0;
        return numbers && Character.isLetter(text.charAt(name)) && Digits.small(text, second + 1, line.end(word)) >= 0;
    }

    /** Whether the word is such a date. */
    boolean read(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        int first = text.indexOf('-', begin);
        int second = first < 0 ? first : text.indexOf('-', first + 1);
        if (second < 0 || second >= end) {
            return false;
        }
        boolean dayFirst = Digits.isDigit(text.charAt(begin));
        int month = dayFirst ? MonthNames.english(text, first + 1, second) : MonthNames.english(text, begin, first);
        int day = dayFirst ? Digits.small(text, begin, first) : Digits.small(text, first + 1, second);
        int shown = Digits.small(text, second + 1, end);
        int year = switch (end - second - 1) {
            case 2 -> CivilTime.century(shown);
            case 4 -> shown;
            default -> Digits.NONE;
        };
        return setIfDate(year, month, day) && shown >= 0;
    }
}
