// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** An offset from UTC as a word of its own: {@code +0200}, {@code -05:30}. */
final class ZoneWord {

    private ZoneWord() {}

    static boolean is(Line line, int word) {
        char sign = line.first(word);
        if (sign != '+' && sign != '-') {
            return false;
        }
        int hours = hours(line, word);
        int minutes = minutes(line, word);
        return hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59;
    }

    /** How many seconds the zone is ahead of UTC; for words that are an offset. */
    static int seconds(Line line, int word) {
        int seconds = hours(line, word) * 3_600 + minutes(line, word) * 60;
        return line.first(word) == '-' ? -seconds : seconds;
    }

    private static int hours(Line line, int word) {
        int length = line.length(word);
        return length == 5 || length == 6
                ? Digits.small(line.text(), line.begin(word) + 1, line.begin(word) + 3)
                : Digits.NONE;
    }

    private static int minutes(Line line, int word) {
        int begin = line.end(word) - 2;
        boolean colonIsRight = line.length(word) == 5 || line.text().charAt(begin - 1) == ':';
        return colonIsRight ? Digits.small(line.text(), begin, begin + 2) : Digits.NONE;
    }
}
