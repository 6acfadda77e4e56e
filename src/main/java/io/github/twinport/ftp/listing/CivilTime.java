// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** Calendar arithmetic on plain numbers, for the times of 100,000 lines without an object each. */
final class CivilTime {

    /** Stands for a date or time that does not exist. */
    static final long INVALID = Long.MIN_VALUE;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private CivilTime() {}

    /**
     * Seconds from 1970-01-01T00:00 to the given moment of the proleptic Gregorian calendar, both in the same zone, or
     * {@link #INVALID}. Second 60, a leap second, counts as 59.
     */
    static long seconds(int year, int month, int day, int hour, int minute, int second) {
        if (!isDate(year, month, day) || !isTime(hour, minute, second)) {
            return INVALID;
        }
        return days(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + Math.min(second, 59);
    }

    static boolean isDate(int year, int month, int day) {
        return year >= 1 && year <= 9_999 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }

    static boolean isTime(int hour, int minute, int second) {
        return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
    }

    /** The year that two digits mean: 70 to 99 in the 20th century, the others in the 21st. */
    static int century(int twoDigits) {
        return twoDigits < 70 ? 2_000 + twoDigits : 1_900 + twoDigits;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static long days(int year, int month, int day) {
        // Counts from March, so that the leap day is the last day of the counted year.
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        long dayOfYear = (153L * m + 2) / 5 + day - 1;
        return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
