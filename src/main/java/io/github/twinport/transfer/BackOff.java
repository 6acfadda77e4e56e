// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long a failed item waits before its next attempt: doubling, with a random part so that many do not come at once. */
final class BackOff {

    /** After so many failures in a row without progress an item has failed. */
    static final int ATTEMPTS = 3;

    /** The same for a server that has done others before, which takes a minute in all. */
    static final int ATTEMPTS_AT_WORK = 6;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DoubleSupplier random;

    /** Takes its random part from numbers between 0 (inclusive) and 1. */
    BackOff(DoubleSupplier random) {
        this.random = random;
    }

    /** The pause after the given number of failures in a row, in nanoseconds. */
    long afterFailures(int failures) {
        double base = FIRST.toNanos() * Math.pow(2, Math.max(0, failures - 1));
        return (long) (Math.min(base, (double) LONGEST.toNanos()) * (0.8 + 0.4 * random.getAsDouble()));
    }
}
