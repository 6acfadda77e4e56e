// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.i18n;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sizes, rates, durations, counts and times as people read them, in the language of the {@link Messages} and the user's
 * time zone. Made once by the application and handed down; any thread.
 *
 * <p>Units are decimal (SI): 1 kB is 1,000 bytes and 1 MB is 1,000,000 bytes, as disks, networks and the file managers
 * of Linux and macOS count.
 */
public final class Formats {

    private static final int STEP = 1000;

    private final Messages messages;
    private final Supplier<ZoneId> zone;
    private volatile @Nullable Dates dates;

    /** Formats of points in time. */
    private record Dates(
            DateTimeFormatter date,
            DateTimeFormatter minutes,
            DateTimeFormatter seconds,
            DateTimeFormatter columnDate,
            DateTimeFormatter columnTime) {}

    /**
     * Formats for one user.
     *
     * @param messages the texts that name the units
     * @param zone the time zone in which times are shown
     */
    public Formats(Messages messages, ZoneId zone) {
        this(messages, () -> zone);
    }

    /**
     * Formats for one user.
     *
     * @param messages the texts that name the units
     * @param zone tells the time zone in which times are shown; it is asked for with the first time only, because finding
     *     it out takes as long as some commands do
     */
    public Formats(Messages messages, Supplier<ZoneId> zone) {
        this.messages = messages;
        this.zone = zone;
    }

    private Dates dates() {
        Dates made = dates;
        if (made == null) {
            ZoneId place = zone.get();
            made = new Dates(
                    localized(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), ZoneOffset.UTC),
                    localized(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), place),
                    localized(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM), place),
                    localized(DateTimeFormatter.ofPattern("yyyy-MM-dd"), ZoneOffset.UTC),
                    localized(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"), place));
            dates = made;
        }
        return made;
    }

    private DateTimeFormatter localized(DateTimeFormatter formatter, ZoneId place) {
        return formatter.withLocale(messages.locale()).withZone(place);
    }

    /** A size in bytes, rounded: {@code 523 B}, {@code 1.4 MB}, {@code 123 GB}. */
    public String size(long bytes) {
        return scaled("format.size", bytes);
    }

    /** A size in bytes to the byte: {@code 1,468,006 bytes}. */
    public String exactSize(long bytes) {
        return messages.text("format.size.exact", bytes);
    }

    /** A speed in bytes per second: {@code 12.3 MB/s}. */
    public String rate(long bytesPerSecond) {
        return scaled("format.rate", bytesPerSecond);
    }

    /** A length of time in its two largest units, down to the second: {@code 5 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
    public String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return messages.text("format.duration.days", duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return messages.text("format.duration.hours", duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return messages.text("format.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return messages.text("format.duration.seconds", Math.max(0, duration.toSeconds()));
    }

    /** A number of things: {@code 12,345}. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(count);
    }

    /** A share as whole per cent, rounded down so that only what is complete shows as {@code 100%}. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(messages.locale()).format(Math.floor(share * 100) / 100);
    }

    /** Date and time to the minute: {@code Nov 21, 2026, 2:03 PM}. */
    public String time(Instant instant) {
        return dates().minutes().format(instant);
    }

    /** Date and time to the second: {@code Nov 21, 2026, 2:03:59 PM}. */
    public String exactTime(Instant instant) {
        return dates().seconds().format(instant);
    }

    /**
     * When a file was changed, to the minute in the user's zone. Where a listing names only the day, that very day is
     * shown: no zone may turn it into the day before.
     */
    public String time(Timestamp timestamp) {
        return timestamp.precision() == Precision.DAY
                ? dates().date().format(timestamp.instant())
                : time(timestamp.instant());
    }

    /**
     * When a file was changed, short and of one width for a column: {@code 2026-11-21 14:03}, or only the day where no
     * more is known.
     */
    public String columnTime(Timestamp timestamp) {
        return timestamp.precision() == Precision.DAY
                ? dates().columnDate().format(timestamp.instant())
                : dates().columnTime().format(timestamp.instant());
    }

    private String scaled(String key, long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.round(value) >= STEP) {
            value /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        int digits = unit == 0 || value >= 99.95 ? 0 : 1;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return messages.text(key, format.format(value), unit);
    }
}
