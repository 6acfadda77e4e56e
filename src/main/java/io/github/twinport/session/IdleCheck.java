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

    /** How long a connection that has just worked is believed to work still. */
    static final Duration TRUSTED = Duration.ofSeconds(15);

    private final Duration trusted;
    private long lastUse = System.nanoTime();

    IdleCheck(Duration trusted) {
        this.trusted = trusted;
    }

    /** Takes note that the connection has just worked. */
    void used() {
        lastUse = System.nanoTime();
    }

    /** Whether the connection works: it did a moment ago, or it answers NOOP. */
    boolean isAlive(FtpClient client) {
        if (System.nanoTime() - lastUse < trusted.toNanos()) {
            return client.broken() == null;
        }
        return answers(client);
    }

    /** Asks; any reply but 421 is an answer. */
    boolean answers(FtpClient client) {
        try {
            client.noop();
            return client.broken() == null;
        } catch (FtpException e) {
            return false;
        }
    }
}
