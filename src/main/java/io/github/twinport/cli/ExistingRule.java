// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.ConflictAnswer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is done with a file whose target exists; a command line cannot ask. */
enum ExistingRule {
    /** Replace it where its length differs or the source is newer. */
    CHANGED,
    /** Replace it always. */
    OVERWRITE,
    /** Replace it where the source is newer. */
    NEWER,
    /** Replace it where its length differs. */
    SIZE,
    /** Replace it where its length or time differs. */
    DIFFERENT,
    /** Append what is missing where it is shorter than the source. */
    RESUME,
    /** Write beside it under a free name. */
    RENAME,
    /** Leave it alone. */
    SKIP;

    /** What to do with one file. What cannot be compared counts as changed. */
    ConflictAnswer.Rule decide(Entry source, Entry target) {
        return switch (this) {
            case OVERWRITE -> ConflictAnswer.Rule.OVERWRITE;
            case SKIP -> ConflictAnswer.Rule.SKIP;
            case RENAME -> ConflictAnswer.Rule.RENAME;
            case RESUME ->
                !isSizeKnown(source, target) || source.size() != target.size()
                        ? ConflictAnswer.Rule.RESUME
                        : ConflictAnswer.Rule.SKIP;
            case CHANGED -> overwriteIf(sizeDiffers(source, target) || order(source, target) > 0);
            case NEWER -> overwriteIf(order(source, target) > 0);
            case SIZE -> overwriteIf(sizeDiffers(source, target));
            case DIFFERENT -> overwriteIf(sizeDiffers(source, target) || order(source, target) != 0);
        };
    }

    private static ConflictAnswer.Rule overwriteIf(boolean condition) {
        return condition ? ConflictAnswer.Rule.OVERWRITE : ConflictAnswer.Rule.SKIP;
    }

    private static boolean sizeDiffers(Entry source, Entry target) {
        return !isSizeKnown(source, target) || source.size() != target.size();
    }

    private static boolean isSizeKnown(Entry source, Entry target) {
        return source.size() != Entry.UNKNOWN_SIZE && target.size() != Entry.UNKNOWN_SIZE;
    }

    /** Above zero where the source is newer, zero where both are the same as far as both are known. */
    private static int order(Entry source, Entry target) {
        Timestamp from = source.modified();
        Timestamp to = target.modified();
        if (from == null || to == null) {
            return 1;
        }
        // Servers and some disks keep whole seconds only, so no fraction is compared.
        ChronoUnit unit = coarser(unit(from), unit(to));
        return truncated(from, unit).compareTo(truncated(to, unit));
    }

    private static Instant truncated(Timestamp time, ChronoUnit unit) {
        return time.instant().truncatedTo(unit);
    }

    private static ChronoUnit coarser(ChronoUnit one, ChronoUnit other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static ChronoUnit unit(Timestamp time) {
        Precision precision = time.precision();
        return switch (precision) {
            case DAY -> ChronoUnit.DAYS;
            case MINUTE -> ChronoUnit.MINUTES;
            case SECOND, FRACTION -> ChronoUnit.SECONDS;
        };
    }
}
