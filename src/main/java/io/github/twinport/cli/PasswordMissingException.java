// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;

/** The server wants a password, and there is none and nobody to ask; the message is for the user. */
final class PasswordMissingException extends IOException {

    private static final long serialVersionUID = 1L;

    PasswordMissingException(String message) {
        super(message);
    }
}
