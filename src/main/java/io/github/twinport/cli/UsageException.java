// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;

/** The command line makes no sense. The message is a sentence for the user and holds no password. */
final class UsageException extends IOException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
