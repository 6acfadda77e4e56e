// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets one thread wait until another has changed something; many changes are one. */
final class Changed {

    private boolean happened;

    synchronized void happened() {
        happened = true;
        notifyAll();
    }

    /** Waits for a change since the last call, at most for the given time. */
    synchronized void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        long left = most.toNanos();
        while (!happened && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        happened = false;
    }
}
