// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.client.KeepAlive;
import java.time.Duration;

/** Knows when an idle connection wants its next NOOP. Used by the lane thread only. */
final class IdleRhythm {

    /** Longer than any program runs. */
    static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    private final KeepAlive keepAlive;
    private long lastOperation = System.nanoTime();

    IdleRhythm(KeepAlive keepAlive) {
        this.keepAlive = keepAlive;
    }

    /** Takes note that somebody has used the connection. */
    void used() {
        lastOperation = System.nanoTime();
    }

    /** How long to wait for work before the next NOOP. */
    Duration untilNext() {
        boolean over = System.nanoTime() - lastOperation >= keepAlive.atMost().toNanos();
        return over || keepAlive.interval().isZero() ? NEVER : keepAlive.interval();
    }
}
