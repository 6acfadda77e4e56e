// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.transfer.speed.SpeedLimits;
import java.util.function.Consumer;

/**
 * Ties an attempt to what goes on beside it: the limits of speed, the journal, and what the user is told.
 *
 * @param link the way to the journal
 * @param speed the limits of speed
 * @param notices takes what the user should know
 */
record AttemptTies(JournalLink link, SpeedLimits speed, Consumer<QueueNotice> notices) {

    /** Does so before the attempt runs. */
    void tie(Attempt attempt) {
        attempt.limit(speed.of(
                attempt.request().direction() == Direction.DOWNLOAD,
                attempt.request().connection().server().hostAndPort()));
        attempt.holdUntil(() -> link.awaitKept(attempt));
        attempt.onNote(link::progressed);
        attempt.holdUntilNoted(() -> link.awaitNoted(attempt));
        attempt.onNotice(notices);
    }
}
