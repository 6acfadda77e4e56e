// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.Optional;

/** The terminal that the user sits at, if there is one. */
public interface Terminal {

    /** Whether a person sees what is printed and can answer. */
    boolean isPresent();

    /** Asks for a password without showing it; empty when there is nobody to ask or nothing was typed. */
    Optional<String> password(String prompt);
}
