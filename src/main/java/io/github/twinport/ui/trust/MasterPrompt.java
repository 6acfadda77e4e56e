// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import java.util.Optional;

/**
 * Asks the user for the master password of the saved ones. Called on the JavaFX thread; returns when the user has
 * answered. Who is given an answer wipes it.
 */
public interface MasterPrompt {

    /**
     * Asks for the master password; empty when the user wants to go on without.
     *
     * @param wrong whether the one given before was wrong
     */
    Optional<char[]> unlock(boolean wrong);

    /** Asks for a new master password; empty when the user does not want to save passwords after all. */
    Optional<char[]> create();
}
