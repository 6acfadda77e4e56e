// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.event;

/** Takes the lines of the protocol log. Called from lane threads; must be fast, must not block and must not throw. */
@FunctionalInterface
public interface Transcript {

    /** Takes one line. */
    void line(ProtocolLine line);

    /** Gives the number under which the lines of a new control connection appear; 0 where nobody counts. */
    default int nextConnection() {
        return 0;
    }
}
