// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.data.ControlKeeper;
import java.time.Duration;

/**
 * How a control connection is kept from being dropped by servers and NAT routers: NOOP from time to time. During a
 * transfer it is not tried unasked, because some servers take it amiss (Pure-FTPd); a lost control connection does not
 * cost a complete file anyway, and TCP's own probes hold most routers open. Immutable; any thread.
 *
 * @param interval how long nothing has to happen before a NOOP; zero for none
 * @param atMost how long an unused connection is kept like that; a server's place is not held for ever
 * @param duringTransfers whether transfers are an exception
 */
public record KeepAlive(Duration interval, Duration atMost, DuringTransfers duringTransfers) {

    /** Whether NOOP is sent while a transfer is under way. */
    public enum DuringTransfers {
        /** Where the server has shown that it copes. */
        PROVEN,
        /** Until the server takes it amiss. */
        TRY,
        /** Never. */
        NEVER
    }

    /** Twice a minute for half an hour. */
    public static final KeepAlive DEFAULT = new KeepAlive(Duration.ofSeconds(30), Duration.ofMinutes(30));

    /** With servers that are not known to cope, for idle connections only. */
    public KeepAlive(Duration interval, Duration atMost) {
        this(interval, atMost, DuringTransfers.PROVEN);
    }

    /** The server decides. */
    public static final KeepAlive OFF = new KeepAlive(Duration.ZERO, Duration.ZERO);

    /** What keeps one control connection during its transfers. */
    ControlKeeper keeper(ControlConnection control, Proof known) {
        Duration rhythm = duringTransfers == DuringTransfers.NEVER ? Duration.ZERO : interval;
        return new ControlKeeper(control, rhythm, duringTransfers == DuringTransfers.TRY, known);
    }
}
