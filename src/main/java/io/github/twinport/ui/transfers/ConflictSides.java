// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How source and target of a conflict differ.
 *
 * @param bySize greater than 0 when the source is larger, less than 0 when the target is, 0 when equal or unknown
 * @param byTime greater than 0 when the source is newer, less than 0 when the target is, 0 when equal or unknown
 */
record ConflictSides(int bySize, int byTime) {

    static ConflictSides of(Entry source, Entry target) {
        int bySize = source.size() < 0 || target.size() < 0 ? 0 : Long.compare(source.size(), target.size());
        return new ConflictSides(bySize, compare(source.modified(), target.modified()));
    }

    private static int compare(@Nullable Timestamp one, @Nullable Timestamp other) {
        if (one == null || other == null) {
            return 0;
        }
        Precision coarser = one.precision().compareTo(other.precision()) < 0 ? one.precision() : other.precision();
        return truncated(one, coarser).compareTo(truncated(other, coarser));
    }

    private static Instant truncated(Timestamp time, Precision precision) {
        return time.instant()
                .truncatedTo(
                        switch (precision) {
                            case DAY -> ChronoUnit.DAYS;
                            case MINUTE -> ChronoUnit.MINUTES;
                            case SECOND -> ChronoUnit.SECONDS;
                            case FRACTION -> ChronoUnit.NANOS;
                        });
    }
}
