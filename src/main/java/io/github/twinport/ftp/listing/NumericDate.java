// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * A date of numbers only, in one word. A year of four digits may stand first or last; with dots the day stands before
 * the month, with slashes and dashes mostly behind it. Two numbers are month and day.
 */
final class NumericDate extends DateColumn {

    private boolean open;

    /** Whether day and month may as well stand the other way round; the month may then be more than 12. */
    boolean isOpen() {
        return open;
    }

    /** Whether the region is a date, with or without a year, of which month and day are possible. */
    boolean read(String text, int begin, int end) {
        int first = separator(text, begin, end);
        if (first == end || end - begin > 10) {
            return false;
        }
        open = false;
        char separator = text.charAt(first);
        int second = separator(text, first + 1, end);
        if (second == end) {
            set(Digits.NONE, two(text, begin, first), two(text, first + 1, end));
            return separator == '-' && isPossible();
        }
        if (text.charAt(second) != separator) {
            return false;
        }
        if (first - begin == 4) {
            set(Digits.small(text, begin, first), two(text, first + 1, second), two(text, second + 1, end));
        } else {
            int year = end - second == 5 ? Digits.small(text, second + 1, end) : Digits.NONE;
            int one = two(text, begin, first);
            int other = two(text, first + 1, second);
            boolean dayFirst = separator == '.';
            open = !dayFirst;
            set(year, dayFirst ? other : one, dayFirst ? one : other);
        }
        return year() >= 1_000 && (isPossible() || (open && isPossible(day(), month())));
    }

    private boolean isPossible() {
        return isPossible(month(), day());
    }

    private static boolean isPossible(int monthOrDay, int other) {
        return monthOrDay >= 1 && monthOrDay <= 12 && other >= 1 && other <= 31;
    }

    private static int two(String text, int begin, int end) {
        return end - begin > 2 ? Digits.NONE : Digits.small(text, begin, end);
    }

    /** The index of the first dash, slash or dot, or the end. */
    private static int separator(String text, int begin, int end) {
        int i = begin;
        while (i < end && "-/.".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
