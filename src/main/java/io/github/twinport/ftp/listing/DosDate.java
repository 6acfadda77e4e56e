// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * A date of three numbers with dashes, slashes or dots: {@code 05-26-95}, {@code 05/26/1995}, {@code 1995-05-26},
 * {@code 26.05.1995}. With dots the day stands first, otherwise the month. The month may come out as more than 12.
 */
final class DosDate extends DateColumn {

    /** Whether the region has this form. */
    boolean read(String text, int begin, int end) {
        int first = begin;
        while (first < end && Digits.isDigit(text.charAt(first))) {
            first++;
        }
        int second = first + 1;
        while (second < end && Digits.isDigit(text.charAt(second))) {
            second++;
        }
        if (second >= end || "-/.".indexOf(text.charAt(first)) < 0 || text.charAt(second) != text.charAt(first)) {
            return false;
        }
        int a = Digits.small(text, begin, first);
        int b = Digits.small(text, first + 1, second);
        int c = Digits.small(text, second + 1, end);
        if (a < 0 || b < 1 || c < 0) {
            return false;
        }
        if (first - begin == 4) {
            return take(a, 4, b, c);
        }
        boolean dayFirst = text.charAt(first) == '.';
        return take(c, end - second - 1, dayFirst ? b : a, dayFirst ? a : b);
    }

    private boolean take(int shownYear, int yearDigits, int shownMonth, int shownDay) {
        set(yearDigits == 2 ? CivilTime.century(shownYear) : shownYear, shownMonth, shownDay);
        return (yearDigits == 2 || yearDigits == 4) && month() >= 1 && month() <= 31 && day() >= 1 && day() <= 31;
    }
}
