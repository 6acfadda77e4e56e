// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.function.LongSupplier;

/** Sees to it that the queue looks again when something that is delayed can begin. Guarded by the queue's lock. */
final class Wakeup {

    private final Delays delays;
    private final LongSupplier nanoTime;
    private boolean awaited;
    private long at;

    Wakeup(Delays delays, LongSupplier nanoTime) {
        this.delays = delays;
        this.nanoTime = nanoTime;
    }

    /**
     * Has the queue look again.
     *
     * @param nanos how long until then; {@link Long#MAX_VALUE} for never
     * @param look looks, and calls {@link #woken} under the lock
     */
    void after(long nanos, Runnable look) {
        long now = nanoTime.getAsLong();
        if (nanos != Long.MAX_VALUE && (!awaited || now + nanos - at < 0)) {
            awaited = true;
            at = now + nanos;
            delays.after(nanos, look);
        }
    }

    /** It is looking now. */
    void woken() {
        awaited = false;
    }
}
