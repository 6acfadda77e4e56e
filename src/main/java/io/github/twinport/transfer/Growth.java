// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.time.Duration;

/**
 * How many workers there are when nobody has said: a few more are tried while many items wait, and kept only if more gets
 * done with them. Guarded by the queue's lock.
 */
final class Growth {

    private static final int FIRST = 4;
    private static final int MOST = 16;
    private static final int STEP = 4;

    /** An item is worth this many bytes: with small files the waits are the work. */
    private static final long ITEM_WORTH = 64 * 1024;

    /** More workers are of use only if each finds some items. */
    private static final int WAITING_EACH = 4;

    /** New connections need a while until they help. */
    private static final long SETTLING = Duration.ofSeconds(1).toNanos();

    private static final long LOOK = Duration.ofSeconds(1).toNanos();
    private static final long REST = Duration.ofMinutes(1).toNanos();
    private static final double WORTHWHILE = 1.1;

    private final int most;
    private final boolean fixed;
    private int workers;
    private int before;
    private double speedBefore;
    private boolean begun;
    private long settled;
    private long since;
    private long workAtStart;
    private long items;

    /**
     * Grows between two numbers; equal ones stay.
     *
     * @param first how many there are in the beginning
     * @param most how many there may be in the end
     */
    Growth(int first, int most) {
        this.most = most;
        fixed = first == most;
        workers = first;
        before = first;
    }

    /** The given number, which stays; {@link ParallelTransferQueue#AUTOMATIC} for one that grows. */
    static Growth of(int workers) {
        return workers == ParallelTransferQueue.AUTOMATIC ? new Growth(FIRST, MOST) : new Growth(workers, workers);
    }

    /** Whether somebody has said how many there are. */
    boolean isFixed() {
        return fixed;
    }

    /** The number of workers for now. */
    int workers() {
        return workers;
    }

    /** Counts an item that is done. */
    void done() {
        items++;
    }

    /**
     * Looks whether more workers have helped and whether more may help.
     *
     * @param bytes all that were moved so far
     * @param waiting how many items wait
     */
    void look(long now, long bytes, long waiting) {
        if (most <= before && workers == before) {
            return;
        }
        long work = bytes + items * ITEM_WORTH;
        if (!begun) {
            // The time before the first item is that of connecting and listing.
            if (items > 0) {
                begin(now, now, work);
            }
            return;
        }
        if (now - settled < 0) {
            begin(settled, now, work);
            return;
        }
        if (now - since < LOOK) {
            return;
        }
        double speed = (work - workAtStart) / (double) (now - since);
        if (workers > before && speed < speedBefore * WORTHWHILE) {
            workers = before;
            begin(now + REST, now, work);
        } else if (waiting >= (long) WAITING_EACH * workers && workers < most) {
            before = workers;
            speedBefore = speed;
            workers = Math.min(most, workers + STEP);
            begin(now + SETTLING, now, work);
        } else {
            before = workers;
            begin(now, now, work);
        }
    }

    private void begin(long settledAt, long now, long work) {
        begun = true;
        settled = settledAt;
        since = now;
        workAtStart = work;
    }
}
