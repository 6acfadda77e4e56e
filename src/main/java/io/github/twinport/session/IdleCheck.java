// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import java.time.Duration;

/**
 * Asks a connection that nobody has used for a while whether it still lives, before an operation relies on it: servers
 * and NAT routers drop idle connections, and a command that may not be repeated must not be the one to find out. Used by
 * the lane thread only.
 */
final class IdleCheck {

    private static final long TRUSTED_NANOS = Duration.ofSeconds(15).toNanos();

    private long lastUse = System.nanoTime();

    /** Takes note that the connection has just worked. */
    void used() {
        lastUse = System.nanoTime();
    }

    /** Whether the connection works: it did a moment ago, or it answers NOOP. */
    boolean isAlive(FtpClient client) {
        if (System.nanoTime() - lastUse < TRUSTED_NANOS) {
            return client.broken() == null;
        }
        try {
            client.noop();
            return client.broken() == null;
        } catch (FtpException e) {
            return false;
        }
    }
}
