// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.ByteMeter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The bytes that have moved for one row and, through its parents, for the folders and the queue above it. Any thread. */
final class Flow implements ByteMeter {

    private final @Nullable Flow parent;
    private final LongSupplier nanoTime;
    private final AtomicLong moved;
    private final SpeedMeter speed = new SpeedMeter();

    /** A flow into the parent's, which counts the bytes that are already there. */
    Flow(@Nullable Flow parent, LongSupplier nanoTime, long moved) {
        this.parent = parent;
        this.nanoTime = nanoTime;
        this.moved = new AtomicLong(moved);
    }

    @Override
    public void moved(long bytes) {
        long now = nanoTime.getAsLong();
        for (Flow flow = this; flow != null; flow = flow.parent) {
            flow.moved.addAndGet(bytes);
            flow.speed.moved(bytes, now);
        }
    }

    /** Sets how many bytes are there, without any speed. */
    void restart(long position) {
        correct(position - moved.get());
    }

    /** Corrects the number of bytes here and above, without any speed. */
    void correct(long change) {
        if (change == 0) {
            return;
        }
        for (Flow flow = this; flow != null; flow = flow.parent) {
            flow.moved.addAndGet(change);
        }
    }

    /** The bytes that are there. */
    long moved() {
        return moved.get();
    }

    /** The speed over the last seconds. */
    long bytesPerSecond() {
        return speed.bytesPerSecond(nanoTime.getAsLong());
    }
}
