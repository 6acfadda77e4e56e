// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Credentials;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds a login, or asks the user for it. Called on the JavaFX thread, on which the answer arrives too. */
@FunctionalInterface
public interface PasswordAsker {

    /** Finds user and password; empty when the user gave up. */
    CompletionStage<Optional<Credentials>> ask(PasswordQuestion question);
}
