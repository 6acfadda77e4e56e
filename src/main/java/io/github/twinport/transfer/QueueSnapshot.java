// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue at one moment. Immutable; any thread.
 *
 * @param items the items in memory in their order, a folder before what it holds
 * @param total the sums over all items, also those that are not in memory
 * @param held why the queue paused itself as a whole (a full disk), null when it did not
 * @param notice what the user should know about the whole queue, null for nothing; the same object as long as it is the
 *     same occasion
 * @param heldServers the servers whose transfers are paused, those to come included
 */
public record QueueSnapshot(
        List<TransferItem> items,
        Total total,
        @Nullable Explanation held,
        @Nullable QueueNotice notice,
        List<HeldServer> heldServers) {

    /** A queue in which no server is paused. */
    public QueueSnapshot(
            List<TransferItem> items, Total total, @Nullable Explanation held, @Nullable QueueNotice notice) {
        this(items, total, held, notice, List.of());
    }

    /** A queue that did not pause itself. */
    public QueueSnapshot(List<TransferItem> items, Total total) {
        this(items, total, null, null);
    }

    /** The same without rows. */
    QueueSnapshot withoutItems() {
        return new QueueSnapshot(List.of(), total, held, notice, heldServers);
    }

    /**
     * The sums over all files of the queue.
     *
     * @param waiting files whose turn has not come or that are paused, and folders that are still to be listed
     * @param running files being transferred and folders being listed
     * @param asking files that wait for the user's decision
     * @param done files done or skipped
     * @param failed files failed and folders that could not be listed
     * @param moved bytes transferred
     * @param size bytes in all as far as known
     * @param bytesPerSecond the speed of all workers together
     * @param remainingMillis the time that is left at this speed, -1 when unknown
     * @param paused whether the whole queue is paused
     */
    public record Total(
            int waiting,
            int running,
            int asking,
            int done,
            int failed,
            long moved,
            long size,
            long bytesPerSecond,
            long remainingMillis,
            boolean paused) {

        /** How many files and folders are not finished. */
        public int unfinished() {
            return waiting + running + asking;
        }
    }
}
