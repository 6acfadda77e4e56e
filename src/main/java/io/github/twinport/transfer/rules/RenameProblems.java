// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import io.github.twinport.i18n.Messages;
import java.util.Optional;

/**
 * Says what is wrong with a pattern of names. Immutable; any thread.
 *
 * @param messages the texts
 */
public record RenameProblems(Messages messages) {

    /** How to write a pattern, in a few words. */
    public String label() {
        return messages.text("renamePattern.label", "{name}", "{ext}", "{n}", "{date}", "{time}");
    }

    /** Why a text is no {@link RenamePattern}, one sentence; empty when it is one. */
    public Optional<String> of(String pattern) {
        return RenamePattern.problem(pattern).map(problem -> switch (problem) {
            case NAME -> messages.text("renamePattern.name", "{name}");
            case FIELD -> messages.text("renamePattern.field", "{name}", "{ext}", "{n}", "{date}", "{time}");
            case TWICE -> messages.text("renamePattern.twice");
            case CHARACTER -> messages.text("renamePattern.character");
            case LENGTH -> messages.text("renamePattern.length");
        });
    }
}
