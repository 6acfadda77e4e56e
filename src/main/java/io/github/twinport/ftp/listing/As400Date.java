// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import org.jspecify.annotations.Nullable;

/**
 * A date whose order depends on a job's setting. With dots the day stands first. Otherwise the first order in which the
 * date exists counts: year, month, day; month, day, year; day, month, year.
 */
final class As400Date extends DateColumn {

    private final int[] numbers = new int[3];
    private boolean open;
    private boolean yearMayBeFirst;

    /** Whether the word is such a date. */
    boolean read(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        int first = begin + (end - begin == 10 && Digits.isDigit(text.charAt(begin + 2)) ? 4 : 2);
        int second = first + 3;
        if (second >= end || "/.-".indexOf(text.charAt(first)) < 0 || text.charAt(second) != text.charAt(first)) {
            return false;
        }
        int a = Digits.small(text, begin, first);
        int b = Digits.small(text, first + 1, second);
        int c = Digits.small(text, second + 1, end);
        boolean yearIsLast = end - second == 5;
        if (a < 0 || b < 0 || c < 0 || (!yearIsLast && end - second != 3)) {
            return false;
        }
        numbers[0] = a;
        numbers[1] = b;
        numbers[2] = c;
        open = text.charAt(first) != '.';
        yearMayBeFirst = open && !yearIsLast;
        return (yearMayBeFirst && is(a, b, c)) || (open && is(c, a, b)) || is(c, b, a);
    }

    /** The time in every order that the date may have, or null where it tells its order. */
    @Nullable
    OpenDate open(ServerTime serverTime, TimeOfDay time) {
        if (!open) {
            return null;
        }
        int a = numbers[0];
        int b = numbers[1];
        int c = numbers[2];
        return new OpenDate(
                yearMayBeFirst ? serverTime.of(year(a), b, c, time) : null,
                serverTime.of(year(c), a, b, time),
                serverTime.of(year(c), b, a, time));
    }

    private boolean is(int shownYear, int shownMonth, int shownDay) {
        return setIfDate(year(shownYear), shownMonth, shownDay);
    }

    private static int year(int shownYear) {
        return shownYear < 100 ? CivilTime.century(shownYear) : shownYear;
    }
}
