// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a source differs from its existing target. Immutable; any thread.
 *
 * @param size what the source is by its length
 * @param age what the source is by its time, as far as both times are precise
 */
public record Comparison(Size size, Age age) {

    /** By length in bytes. */
    public enum Size {
        /** The source is longer. */
        LARGER,
        /** The source is shorter. */
        SMALLER,
        /** Both are as long. */
        SAME,
        /** At least one length is not known. */
        UNKNOWN
    }

    /** By the time of the last change. */
    public enum Age {
        /** The source was changed later. */
        NEWER,
        /** The source was changed earlier. */
        OLDER,
        /** Both were changed at the same time. */
        SAME,
        /** At least one time is not known. */
        UNKNOWN
    }

    /** Compares two files. */
    public static Comparison of(Entry source, Entry target) {
        return new Comparison(size(source.size(), target.size()), age(source.modified(), target.modified()));
    }

    private static Size size(long source, long target) {
        if (source == Entry.UNKNOWN_SIZE || target == Entry.UNKNOWN_SIZE) {
            return Size.UNKNOWN;
        }
        int order = Long.compare(source, target);
        return order > 0 ? Size.LARGER : order < 0 ? Size.SMALLER : Size.SAME;
    }

    private static Age age(@Nullable Timestamp source, @Nullable Timestamp target) {
        if (source == null || target == null) {
            return Age.UNKNOWN;
        }
        ChronoUnit unit = coarser(unit(source.precision()), unit(target.precision()));
        int order = truncated(source, unit).compareTo(truncated(target, unit));
        return order > 0 ? Age.NEWER : order < 0 ? Age.OLDER : Age.SAME;
    }

    private static Instant truncated(Timestamp time, ChronoUnit unit) {
        return time.instant().truncatedTo(unit);
    }

    private static ChronoUnit coarser(ChronoUnit one, ChronoUnit other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static ChronoUnit unit(Precision precision) {
        return switch (precision) {
            case DAY -> ChronoUnit.DAYS;
            case MINUTE -> ChronoUnit.MINUTES;
            // Servers and some disks keep whole seconds only, so no fraction is compared.
            case SECOND, FRACTION -> ChronoUnit.SECONDS;
        };
    }
}
