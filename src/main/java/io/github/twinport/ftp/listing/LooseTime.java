// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in the forms that few servers print: {@code 24:00} for the end of the day, {@code 0:0}, {@code 09.17},
 * {@code 6:30PM}, {@code 6:30 pm}, {@code 0:34AM}. A time that does not exist ({@code 25:61}) is still seen as one.
 */
final class LooseTime {

    private final TimeOfDay time = new TimeOfDay();
    private boolean exists;
    private boolean endOfDay;

    /** Whether the time that {@link #read} found is one. */
    boolean exists() {
        return exists;
    }

    int hour() {
        return time.hour();
    }

    int minute() {
        return time.minute();
    }

    /** Becomes the beginning of a day, known to the day. */
    void clear() {
        time.clear();
        exists = true;
        endOfDay = false;
    }

    /** The moment at this time of a day, or null where one of them does not exist. */
    @Nullable
    Timestamp on(int year, int month, int day, ServerTime serverTime) {
        return exists ? late(serverTime.of(year, month, day, time)) : null;
    }

    /** The moments at this time of a day whose order of month and day is not known. */
    @Nullable
    OpenDate on(DateColumn date, ServerTime serverTime) {
        if (!exists) {
            return null;
        }
        OpenDate open = serverTime.open(date, time);
        return new OpenDate(null, late(open.monthFirst()), late(open.dayFirst()));
    }

    private @Nullable Timestamp late(@Nullable Timestamp timestamp) {
        return timestamp == null || !endOfDay
                ? timestamp
                : new Timestamp(timestamp.instant().plus(1, ChronoUnit.DAYS), timestamp.precision());
    }

    /** Reads the word, and AM or PM behind it; the last word of the time, or {@link Digits#NONE} if it is none. */
    int read(Line line, int word) {
        clear();
        if (!line.has(word)) {
            return Digits.NONE;
        }
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        while (end > begin && ",;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int digits = end;
        while (digits > begin && !Digits.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        boolean apart = digits == end && line.has(word + 1) && line.length(word + 1) == 2;
        apart = apart && isHalf(text, line.begin(word + 1), line.end(word + 1));
        boolean glued = digits < end && isHalf(text, digits, end);
        if (digits < end && !glued) {
            return Digits.NONE;
        }
        if (!readNumbers(text, begin, digits)) {
            return Digits.NONE;
        }
        if (glued || apart) {
            char half = glued ? text.charAt(digits) : line.first(word + 1);
            exists &= time.onTwelveHourClock((half | 0x20) == 'p');
        }
        return apart ? word + 1 : word;
    }

    private static boolean isHalf(String text, int begin, int end) {
        int length = end - begin;
        char half = length > 0 ? (char) (text.charAt(begin) | 0x20) : ' ';
        return (half == 'a' || half == 'p') && (length == 1 || (length == 2 && (text.charAt(begin + 1) | 0x20) == 'm'));
    }

    private boolean readNumbers(String text, int begin, int end) {
        if (time.read(text, begin, end)) {
            return true;
        }
        int first = separator(text, begin, end);
        int second = first < end ? separator(text, first + 1, end) : end;
        if (first == end || first - begin > 2 || (second < end && text.charAt(second) != text.charAt(first))) {
            return false;
        }
        int hour = Digits.small(text, begin, first);
        int minute = Digits.small(text, first + 1, second);
        int seconds = second < end ? Digits.small(text, second + 1, end) : 0;
        boolean shortEnough = second - first <= 3 && end - second <= 3;
        if (hour < 0 || minute < 0 || seconds < 0 || !shortEnough) {
            return false;
        }
        // A dot without a second digit behind it is a number or a version rather than a time.
        if (text.charAt(first) == '.' && second - first != 3) {
            return false;
        }
        endOfDay = hour == 24 && minute == 0 && seconds == 0;
        exists = time.set(endOfDay ? 0 : hour, minute, seconds, second < end ? Precision.SECOND : Precision.MINUTE);
        return true;
    }

    private static int separator(String text, int begin, int end) {
        int i = begin;
        while (i < end && Digits.isDigit(text.charAt(i))) {
            i++;
        }
        return i < end && text.charAt(i) != ':' && text.charAt(i) != '.' ? end : i;
    }
}
