// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

/**
 * Configures the log of Java in a process that runs a command: nothing of it reaches the terminal, where it would stand
 * between results. Java makes one when something is logged for the first time, and asks it for nothing. Commands say by
 * themselves what their user has to know.
 */
public final class SilentLogging {

    /** Leaves the log without any handler. */
    public SilentLogging() {}
}
