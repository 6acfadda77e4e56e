// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as MDTM, MFMT and the modify and create facts write them: {@code 20261121030405} or {@code 20261121030405.123},
 * always UTC (RFC 3659, section 2.3). Any thread.
 */
public final class TimeText {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LENGTH = 14;

    private TimeText() {}

    /** The time that the whole text is, or null. Never throws. */
    public static @Nullable Timestamp parse(String text) {
        return parse(text, 0, text.length());
    }

    /** The time as MFMT and MDTM take it, to the second (the rest is cut off). */
    public static String format(Instant instant) {
        return SECONDS.format(instant);
    }

    static @Nullable Timestamp parse(String text, int begin, int end) {
        int digits = begin;
        while (digits < end && Digits.isDigit(text.charAt(digits))) {
            digits++;
        }
        int year;
        int month;
        if (digits - begin == LENGTH) {
            month = begin + 4;
            year = Digits.small(text, begin, month);
        } else if (digits - begin == LENGTH + 1 && text.startsWith("191", begin)) {
            // Servers that print "19" and the years since 1900: 19126 is 2026.
            month = begin + 5;
            year = 1_900 + Digits.small(text, begin + 2, month);
        } else {
            return null;
        }
        int nanos = digits == end ? 0 : Fraction.nanos(text, digits, end);
        long seconds = CivilTime.seconds(
                year,
                Digits.small(text, month, month + 2),
                Digits.small(text, month + 2, month + 4),
                Digits.small(text, month + 4, month + 6),
                Digits.small(text, month + 6, month + 8),
                Digits.small(text, month + 8, month + 10));
        if (nanos < 0 || seconds == CivilTime.INVALID) {
            return null;
        }
        Precision precision = digits == end ? Precision.SECOND : Precision.FRACTION;
        return new Timestamp(Instant.ofEpochSecond(seconds, nanos), precision);
    }
}
