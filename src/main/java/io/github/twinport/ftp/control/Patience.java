// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a reply is still waited for. The limit begins anew with every command that is answered and with the first
 * preliminary reply to one, but not with the further ones: a server that says for ever that it has begun has not.
 * Used by the lane thread only.
 */
final class Patience {

    private final long limit;
    private final LongSupplier progress;
    private final long begun = System.nanoTime();

    /** Begins now; progress tells when there was some last, by {@link System#nanoTime}. */
    Patience(Duration limit, LongSupplier progress) {
        this.limit = limit.toNanos();
        this.progress = progress;
    }

    /** The time that is left; zero when there is none. */
    Duration left() {
        long last = progress.getAsLong();
        long since = System.nanoTime() - (last - begun > 0 ? last : begun);
        return Duration.ofNanos(Math.max(0, limit - since));
    }
}
