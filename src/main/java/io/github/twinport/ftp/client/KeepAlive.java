// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import java.time.Duration;

/**
 * How an idle control connection is kept from being dropped by servers and NAT routers: NOOP from time to time, never
 * during a transfer, because some servers take it amiss (Pure-FTPd). Immutable; any thread.
 *
 * @param interval how long nothing has to happen before a NOOP; zero for none
 * @param atMost how long an unused connection is kept like that; a server's place is not held for ever
 */
public record KeepAlive(Duration interval, Duration atMost) {

    /** Twice a minute for half an hour. */
    public static final KeepAlive DEFAULT = new KeepAlive(Duration.ofSeconds(30), Duration.ofMinutes(30));

    /** The server decides. */
    public static final KeepAlive OFF = new KeepAlive(Duration.ZERO, Duration.ZERO);
}
