// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.rules.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is found at the target of a row that an earlier run may have finished in its last moment, after which it was
 * killed. Guarded by the queue's lock.
 */
final class Doubt {

    private Doubt() {}

    /**
     * Whether the target is what the row was to make, so that nobody has to be asked. Same size and time are proof;
     * where the server does not keep times, the row gets the rule to resume, which compares the end of the content.
     */
    static boolean isSettled(Node node, Outcome.Conflicting conflict) {
        Entry source = conflict.source();
        Entry target = conflict.target();
        if (!node.doubtful || source.size() == Entry.UNKNOWN_SIZE || source.size() != target.size()) {
            node.doubtful = false;
            return false;
        }
        if (!isSameTime(source.modified(), target.modified())) {
            node.rule(Decision.RESUME);
        }
        return true;
    }

    /** Whether a failure says that the target is something else after all, so that the user has to be asked. */
    static boolean isRefuted(Node node, Throwable failure) {
        boolean compared = node.doubtful && node.rule() == Decision.RESUME;
        if (!compared || !(failure instanceof TransferException.ContentDiffers)) {
            return false;
        }
        node.doubtful = false;
        node.rule(null);
        return true;
    }

    private static boolean isSameTime(@Nullable Timestamp one, @Nullable Timestamp other) {
        if (one == null || other == null) {
            return false;
        }
        Precision coarser = one.precision().compareTo(other.precision()) < 0 ? one.precision() : other.precision();
        return switch (coarser) {
            case DAY -> false;
            case MINUTE -> isSame(one.instant(), other.instant(), ChronoUnit.MINUTES.getDuration());
            case SECOND, FRACTION -> isSame(one.instant(), other.instant(), ChronoUnit.SECONDS.getDuration());
        };
    }

    private static boolean isSame(Instant one, Instant other, Duration unit) {
        return Math.floorDiv(one.getEpochSecond(), unit.toSeconds())
                == Math.floorDiv(other.getEpochSecond(), unit.toSeconds());
    }
}
