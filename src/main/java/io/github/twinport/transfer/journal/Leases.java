// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which instances on other computers have given a sign of life lately. Only the first look at one trusts the clocks; from
 * then on it counts whether signs come, so that a clock that is set in either direction changes nothing. For one thread.
 */
final class Leases {

    /** Without a sign of life for so long an instance on another computer counts as ended. */
    static final Duration LENGTH = Duration.ofSeconds(15);

    private record Sign(long aliveAt, long seenAt) {}

    private final LongSupplier nanoTime;
    private final Map<Long, Sign> signs = new HashMap<>();

    /** Nothing seen so far; time since then by the given one. */
    Leases(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Whether an instance counts as ended.
     *
     * @param aliveAt its last sign of life by its own clock, in milliseconds since 1970
     * @param now the present time by this computer's clock, in milliseconds since 1970
     */
    boolean hasEnded(long instance, long aliveAt, long now) {
        long nanos = nanoTime.getAsLong();
        Sign last = signs.get(instance);
        if (last == null || last.aliveAt != aliveAt) {
            signs.put(instance, new Sign(aliveAt, nanos));
            return last == null && now - aliveAt > LENGTH.toMillis();
        }
        return nanos - last.seenAt > LENGTH.toNanos();
    }
}
