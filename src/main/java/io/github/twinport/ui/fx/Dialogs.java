// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import io.github.twinport.transfer.Explanation;
import java.util.Optional;

/**
 * Questions and notices that the user has to answer before anything else. An interface so that tests answer in the
 * user's place. All methods are called on the JavaFX thread and return when the user has answered.
 */
public interface Dialogs {

    /**
     * Asks whether to do what cannot be undone. The harmless answer is the default.
     *
     * @param title what it is about, a few words
     * @param text what would happen, shown exactly as given
     * @param action what the agreeing button says, a verb
     * @return whether the user agreed
     */
    boolean confirm(String title, String text, String action);

    /** Asks for one line of text; empty when the user gave up. */
    Optional<String> askText(TextQuestion question);

    /** Tells of a failure: what happened and what to do. */
    void failure(Explanation explanation);
}
