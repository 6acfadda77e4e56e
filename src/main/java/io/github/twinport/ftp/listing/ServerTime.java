// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns the server's wall-clock times of LIST lines into timestamps. */
final class ServerTime {

    private static final long DAY = 86_400;

    /** The years between two leap days are eight at most (1896 to 1904). */
    private static final int LONGEST_WAIT_FOR_LEAP_DAY = 8;

    private final int offset;
    private final long now;
    private final int year;

    ServerTime(ListingClock clock) {
        offset = clock.serverOffset().getTotalSeconds();
        now = clock.now().getEpochSecond();
        year = clock.now().atOffset(clock.serverOffset()).getYear();
    }

    /** A minute, or null if there is no such minute. */
    @Nullable
    Timestamp minute(int year, int month, int day, int hour, int minute) {
        return at(CivilTime.seconds(year, month, day, hour, minute, 0), 0, Precision.MINUTE);
    }

    /** A moment whose parts were read apart, or null if there is none such. */
    @Nullable
    Timestamp of(int year, int month, int day, TimeOfDay time) {
        long seconds = CivilTime.seconds(year, month, day, time.hour(), time.minute(), time.second());
        return at(seconds, time.nanos(), time.precision());
    }

    /** The time of a date of which nobody knows whether the month stands first. */
    OpenDate open(DateColumn date, TimeOfDay time) {
        return new OpenDate(
                null, of(date.year(), date.month(), date.day(), time), of(date.year(), date.day(), date.month(), time));
    }

    /** As {@link #of}, for a time that comes with its own offset from UTC in seconds. */
    @Nullable
    Timestamp of(int year, int month, int day, TimeOfDay time, int ownOffset) {
        long seconds = CivilTime.seconds(year, month, day, time.hour(), time.minute(), time.second());
        return seconds == CivilTime.INVALID
                ? null
                : new Timestamp(Instant.ofEpochSecond(seconds - ownOffset, time.nanos()), time.precision());
    }

    /** The year of a line that shows none: this one, or the last that is not more than a day ahead and has the day. */
    int guessYear(int month, int day, int hour, int minute) {
        int guess = year;
        for (int i = 0; i <= LONGEST_WAIT_FOR_LEAP_DAY; i++, guess--) {
            long seconds = CivilTime.seconds(guess, month, day, hour, minute, 0);
            if (seconds != CivilTime.INVALID && seconds - offset <= now + DAY) {
                return guess;
            }
        }
        return year;
    }

    private @Nullable Timestamp at(long seconds, int nanos, Precision precision) {
        return seconds == CivilTime.INVALID
                ? null
                : new Timestamp(Instant.ofEpochSecond(seconds - offset, nanos), precision);
    }
}
