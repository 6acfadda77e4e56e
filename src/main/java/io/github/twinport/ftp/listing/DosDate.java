// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * A date of three numbers with dashes, slashes or dots: {@code 05-26-95}, {@code 05/26/1995}, {@code 1995-05-26},
 * {@code 26.05.1995}. With dots the day stands first, otherwise mostly the month, which may come out as more than 12.
 * Systems that do not know the year 2000 count on: {@code 04-23-103}.
 */
final class DosDate extends DateColumn {

    private boolean open;

    /** Whether day and month may as well stand the other way round. */
    boolean isOpen() {
        return open;
    }

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
        open = false;
        if (first - begin == 4) {
            return take(a, 4, b, c);
        }
        open = text.charAt(first) != '.';
        boolean dayFirst = text.charAt(first) == '.';
        return take(c, end - second - 1, dayFirst ? b : a, dayFirst ? a : b);
    }

    private boolean take(int shownYear, int yearDigits, int shownMonth, int shownDay) {
        int year = switch (yearDigits) {
            case 2 -> CivilTime.century(shownYear);
            case 3 -> shownYear < 200 ? 1_900 + shownYear : Digits.NONE;
            case 4 -> shownYear;
            default -> Digits.NONE;
        };
        set(year, shownMonth, shownDay);
        return year >= 0 && month() >= 1 && month() <= 31 && day() >= 1 && day() <= 31;
    }
}
