// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.TextQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in the user's place. */
final class FakeDialogs implements Dialogs {

    final List<String> asked = new ArrayList<>();
    final List<TextQuestion> questions = new ArrayList<>();
    final List<Explanation> failures = new ArrayList<>();
    boolean agrees = true;
    Optional<String> text = Optional.empty();

    @Override
    public boolean confirm(String title, String text, String action) {
        asked.add(title);
        return agrees;
    }

    @Override
    public Optional<String> askText(TextQuestion question) {
        questions.add(question);
        return text;
    }

    @Override
    public void failure(Explanation explanation) {
        failures.add(explanation);
    }
}
