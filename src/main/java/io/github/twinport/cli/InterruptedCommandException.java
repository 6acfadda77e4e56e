// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;

/** The user interrupted the command. */
final class InterruptedCommandException extends IOException {

    private static final long serialVersionUID = 1L;

    InterruptedCommandException() {
        super("interrupted");
    }
}
