// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Progress is told a few times a second, not with every block. Any thread. */
final class ProgressRhythm {

    private static final long PAUSE_NANOS = 100_000_000L;

    private final LongSupplier nanoTime;
    private final AtomicLong last;

    ProgressRhythm(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        last = new AtomicLong(nanoTime.getAsLong() - PAUSE_NANOS);
    }

    /** Whether to tell now; one of those who ask at the same time is to. */
    boolean isDue() {
        long now = nanoTime.getAsLong();
        long before = last.get();
        return now - before >= PAUSE_NANOS && last.compareAndSet(before, now);
    }
}
