// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.event;

import java.time.Instant;

/**
 * One line of the protocol log. Secrets are masked before it is made. Immutable; any thread.
 *
 * @param at when it was sent, received or noted
 * @param connection the number of the control connection it belongs to, counted from 1 since the program started
 * @param kind what it is
 * @param text the line without its line end
 */
public record ProtocolLine(Instant at, int connection, Kind kind, String text) {

    /** What a line of the protocol log is. */
    public enum Kind {
        /** A command that was sent. */
        COMMAND,
        /** A reply of class 1, 2 or 3. */
        REPLY,
        /** A reply of class 4 or 5. */
        REFUSAL,
        /** What Twinport did or saw: connecting, handshakes, data connections. */
        NOTE,
        /** A failure of the connection itself. */
        FAILURE
    }
}
