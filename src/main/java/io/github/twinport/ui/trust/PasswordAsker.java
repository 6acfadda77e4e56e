// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Credentials;
import java.util.Optional;

/** Asks the user for a login. Called on the JavaFX thread; returns when the user has answered. */
@FunctionalInterface
public interface PasswordAsker {

    /** Asks for user and password; empty when the user gave up. */
    Optional<Credentials> ask(PasswordQuestion question);
}
