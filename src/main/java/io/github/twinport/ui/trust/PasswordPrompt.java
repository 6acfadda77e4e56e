// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Credentials;
import java.util.Optional;

/** Asks the user for a login. Called on the JavaFX thread; returns when the user has answered. */
@FunctionalInterface
public interface PasswordPrompt {

    /** Asks for user and password; empty when the user gave up. */
    Optional<Answer> ask(PasswordQuestion question);

    /**
     * What the user says.
     *
     * @param credentials user and password
     * @param remember whether the password is to be saved
     */
    record Answer(Credentials credentials, boolean remember) {}
}
