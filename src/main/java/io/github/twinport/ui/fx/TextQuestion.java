// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import java.util.Optional;
import java.util.function.Function;

/**
 * A question for one line of text.
 *
 * @param title what it is about, a few words
 * @param label what is asked for
 * @param initial what stands in the field at first
 * @param selected how many characters of it are selected from the start, so that typing replaces them
 * @param action what the agreeing button says, a verb
 * @param problem why a text cannot be accepted, one sentence; empty for a good text
 * @param note what a good text results in, shown while it is typed; empty for nothing
 */
public record TextQuestion(
        String title,
        String label,
        String initial,
        int selected,
        String action,
        Function<String, Optional<String>> problem,
        Function<String, String> note) {

    /** A question without a note. */
    public TextQuestion(
            String title,
            String label,
            String initial,
            int selected,
            String action,
            Function<String, Optional<String>> problem) {
        this(title, label, initial, selected, action, problem, text -> "");
    }

    /** A question that takes every text but the blank one. */
    public TextQuestion(String title, String label, String initial, String action) {
        this(title, label, initial, initial.length(), action, text -> Optional.empty());
    }
}
