// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Precision;

/** A time of day as a word of a line shows it: {@code 3:33}, {@code 15:13:07}, {@code 11:22:33.000000000}. */
final class TimeOfDay {

    private int hour;
    private int minute;
    private int second;
    private int nanos;
    private Precision precision = Precision.DAY;

    int hour() {
        return hour;
    }

    int minute() {
        return minute;
    }

    int second() {
        return second;
    }

    int nanos() {
        return nanos;
    }

    Precision precision() {
        return precision;
    }

    /** Becomes the beginning of a day, known to the day. */
    void clear() {
        hour = 0;
        minute = 0;
        second = 0;
        nanos = 0;
        precision = Precision.DAY;
    }

    /**
     * Becomes the time that fills the region.
     *
     * @return whether the region is a time; if not, this one is cleared
     */
    boolean read(String text, int begin, int end) {
        clear();
        int colon = begin + 1;
        if (end - begin < 4 || (text.charAt(colon) != ':' && text.charAt(++colon) != ':')) {
            return false;
        }
        hour = Digits.small(text, begin, colon);
        minute = twoDigits(text, colon + 1, end);
        int after = colon + 3;
        precision = Precision.MINUTE;
        boolean valid = after == end || (after < end && readSeconds(text, after, end));
        if (!valid || !CivilTime.isTime(hour, minute, second)) {
            clear();
            return false;
        }
        return true;
    }

    /** Becomes the time of these numbers; false, and cleared, if there is none such. */
    boolean set(int newHour, int newMinute, int newSecond, Precision newPrecision) {
        clear();
        if (!CivilTime.isTime(newHour, newMinute, newSecond)) {
            return false;
        }
        hour = newHour;
        minute = newMinute;
        second = newSecond;
        precision = newPrecision;
        return true;
    }

    /**
     * Takes what was read as a time of the twelve-hour clock; false if there is none such. Some servers print its first hour
     * as 0.
     */
    boolean onTwelveHourClock(boolean afternoon) {
        if (hour > 12) {
            return false;
        }
        hour = hour % 12 + (afternoon ? 12 : 0);
        return true;
    }

    private boolean readSeconds(String text, int colon, int end) {
        if (text.charAt(colon) != ':') {
            return false;
        }
        second = twoDigits(text, colon + 1, end);
        precision = Precision.SECOND;
        int dot = colon + 3;
        if (second < 0 || dot >= end) {
            return second >= 0;
        }
        nanos = Fraction.nanos(text, dot, end);
        precision = Precision.FRACTION;
        return nanos >= 0;
    }

    private static int twoDigits(String text, int begin, int end) {
        return begin + 2 > end ? Digits.NONE : Digits.small(text, begin, begin + 2);
    }
}
