// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.concurrent.TimeUnit;

/** Bytes per second over the last three seconds. Any thread; time comes from outside in nanoseconds. */
final class SpeedMeter {

    private static final int SLOTS = 12;
    private static final long SLOT = TimeUnit.MILLISECONDS.toNanos(250);

    private final long[] bytes = new long[SLOTS];
    private long began;
    private long newest;
    private boolean used;

    /** Counts bytes that were moved just now. */
    synchronized void moved(long amount, long now) {
        advance(now);
        bytes[slot(newest)] += amount;
    }

    /** The mean speed over the window, or since the first byte where that is shorter. */
    synchronized long bytesPerSecond(long now) {
        if (!used) {
            return 0;
        }
        advance(now);
        long sum = 0;
        for (long slot : bytes) {
            sum += slot;
        }
        long windowStart = Math.max(began, (newest - SLOTS + 1) * SLOT);
        long time = Math.max(SLOT, now - windowStart);
        return (long) (sum * (double) TimeUnit.SECONDS.toNanos(1) / time);
    }

    private void advance(long now) {
        long current = Math.floorDiv(now, SLOT);
        if (!used) {
            used = true;
            began = now;
            newest = current;
        }
        for (long gone = Math.max(newest + 1, current - SLOTS + 1); gone <= current; gone++) {
            bytes[slot(gone)] = 0;
        }
        newest = Math.max(newest, current);
    }

    private static int slot(long number) {
        return (int) Math.floorMod(number, (long) SLOTS);
    }
}
