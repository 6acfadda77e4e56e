// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.ThemeChoice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictSheetTest extends FxTest {

    private static final Timestamp OLD = new Timestamp(Instant.parse("2025-01-02T03:04:05Z"), Precision.SECOND);
    private static final Timestamp NEW = new Timestamp(Instant.parse("2026-11-21T03:04:00Z"), Precision.MINUTE);

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeQueue queue = new FakeQueue();

    @BeforeEach
    void open() {
        show(() ->
                new VBox(new ConflictSheet(queue, new FxThread(), messages, new Formats(messages, ZoneId.of("UTC")))));
    }

    @Test
    void isAbsentWhileNothingIsAsked() {
        assertThat(onFx(() -> node("#conflict-sheet").isVisible())).isFalse();
        assertThat(onFx(() -> node("#conflict-sheet").isManaged())).isFalse();
    }

    @Test
    void showsBothSidesAndMarksTheLargerAndTheNewer() {
        ask(conflict(1, entry(2_000_000, OLD), entry(1_500_000, NEW)), conflict(2, entry(1, OLD), entry(1, OLD)));
        waitForQuestion();

        assertThat(text("#conflict-title")).isEqualTo("2 files exist already:");
        assertThat(text("#conflict-name")).isEqualTo("report_2026__final.pdf");
        assertThat(onFx(() -> node("#conflict-source-larger").isVisible())).isTrue();
        assertThat(onFx(() -> node("#conflict-source-newer").isVisible())).isFalse();
        assertThat(onFx(() -> node("#conflict-target-larger").isVisible())).isFalse();
        assertThat(onFx(() -> node("#conflict-target-newer").isVisible())).isTrue();
        screenshot("conflict-light");
        choose(ThemeChoice.DARK);
        screenshot("conflict-dark");
        assertThat(queue.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void eachButtonAnswersWithItsRule(Decision rule) {
        ask(conflict(1, entry(2, OLD), entry(1, OLD)));
        waitForQuestion();

        robot.clickOn("#conflict-" + rule.name().toLowerCase(Locale.ROOT));

        assertThat(queue.calls).containsExactly("decide [1] " + rule);
        assertThat(onFx(() -> node("#conflict-sheet").isVisible())).isFalse();
    }

    @Test
    void oneAnswerForAllAnswersEveryQuestion() {
        ask(conflict(1, entry(2, OLD), entry(1, OLD)), conflict(2, entry(2, OLD), entry(1, OLD)));
        waitForQuestion();

        robot.clickOn("#conflict-for-all");
        robot.clickOn("#conflict-skip");

        assertThat(queue.calls).containsExactly("decide [1, 2] SKIP");
    }

    @Test
    void theNextQuestionsAreAskedOneByOneAgain() {
        ask(conflict(1, entry(2, OLD), entry(1, OLD)));
        waitForQuestion();
        robot.clickOn("#conflict-for-all");
        robot.clickOn("#conflict-skip");

        ask(conflict(2, entry(2, OLD), entry(1, OLD)));
        waitForQuestion();
        robot.clickOn("#conflict-overwrite");

        assertThat(queue.calls).containsExactly("decide [1] SKIP", "decide [2] OVERWRITE");
    }

    @Test
    void resumesOnlyWhereTheTargetIsSmaller() {
        ask(conflict(1, entry(2, OLD), entry(2, OLD)));
        waitForQuestion();

        assertThat(onFx(() -> node("#conflict-resume").isDisabled())).isTrue();
        assertThat(queue.calls).isEmpty();
    }

    @Test
    void isAnsweredByTheKeyboard() {
        ask(conflict(1, entry(2, OLD), entry(1, OLD)));
        waitForQuestion();

        robot.push(KeyCode.ALT, KeyCode.N);

        waitFor("the answer", () -> queue.calls.contains("decide [1] RENAME"));
    }

    private void ask(Conflict... conflicts) {
        onFx(() -> {
            queue.ask(List.of(conflicts));
            return true;
        });
    }

    private static Conflict conflict(long item, Entry source, Entry target) {
        return Conflicts.of(item, "docs", source, target);
    }

    private static Entry entry(long size, Timestamp modified) {
        return new Entry("report_2026__final.pdf", EntryKind.FILE, size, modified, "", "", "", null);
    }

    private void waitForQuestion() {
        waitFor("the question", () -> node("#conflict-sheet").isVisible());
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return onFx(() -> robot.lookup(query).queryLabeled().getText());
    }
}
