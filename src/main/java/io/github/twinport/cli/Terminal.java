// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.Optional;

/** The terminal that the user sits at, if there is one. */
public interface Terminal {

    /** Whether a person sees what is printed and can answer. */
    boolean isPresent();

    /** How many characters a line holds. */
    int columns();

    /**
     * Asks for a password without showing it; empty when there is nobody to ask or nothing was typed. Whoever gets it
     * wipes it.
     */
    Optional<char[]> password(String prompt);

    /** Asks for a line of text; empty when there is nobody to ask. */
    Optional<String> line(String prompt);
}
