// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * A date whose order depends on a job's setting. With dots the day stands first. Otherwise the first order in which the
 * date exists counts: year, month, day; month, day, year; day, month, year.
 */
final class As400Date extends DateColumn {

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
        boolean yearFirst = text.charAt(first) != '.' && !yearIsLast;
        return (yearFirst && is(a, b, c)) || (text.charAt(first) != '.' && is(c, a, b)) || is(c, b, a);
    }

    private boolean is(int shownYear, int shownMonth, int shownDay) {
        return setIfDate(shownYear < 100 ? CivilTime.century(shownYear) : shownYear, shownMonth, shownDay);
    }
}
