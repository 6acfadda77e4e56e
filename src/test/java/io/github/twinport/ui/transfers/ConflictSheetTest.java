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
import io.github.twinport.transfer.ConflictAnswer;
import io.github.twinport.transfer.ConflictAnswer.Rule;
import io.github.twinport.transfer.Direction;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.ThemeChoice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
    private final ConflictModel model = new ConflictModel(new FxThread());

    @BeforeEach
    void open() {
        show(() -> new VBox(new ConflictSheet(model, messages, new Formats(messages, ZoneId.of("UTC")))));
    }

    @Test
    void isAbsentWhileNothingIsAsked() {
        assertThat(onFx(() -> node("#conflict-sheet").isVisible())).isFalse();
        assertThat(onFx(() -> node("#conflict-sheet").isManaged())).isFalse();
    }

    @Test
    void showsBothSidesAndMarksTheLargerAndTheNewer() {
        CompletableFuture<ConflictAnswer> first = ask(1, entry(2_000_000, OLD), entry(1_500_000, NEW));
        CompletableFuture<ConflictAnswer> second = ask(2, entry(1, OLD), entry(1, OLD));
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
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void eachButtonAnswersWithItsRule(Rule rule) {
        CompletableFuture<ConflictAnswer> answer = ask(1, entry(2, OLD), entry(1, OLD));
        waitForQuestion();

        robot.clickOn("#conflict-" + rule.name().toLowerCase(Locale.ROOT));

        assertThat(answer).isCompletedWithValue(new ConflictAnswer(rule, false));
        assertThat(onFx(() -> node("#conflict-sheet").isVisible())).isFalse();
    }

    @Test
    void oneAnswerForAllAnswersEveryQuestion() {
        CompletableFuture<ConflictAnswer> first = ask(1, entry(2, OLD), entry(1, OLD));
        CompletableFuture<ConflictAnswer> second = ask(2, entry(2, OLD), entry(1, OLD));
        waitForQuestion();

        robot.clickOn("#conflict-for-all");
        robot.clickOn("#conflict-skip");

        assertThat(first).isCompletedWithValue(new ConflictAnswer(Rule.SKIP, true));
        assertThat(second).isCompletedWithValue(new ConflictAnswer(Rule.SKIP, true));
    }

    @Test
    void theNextQuestionsAreAskedOneByOneAgain() {
        CompletableFuture<ConflictAnswer> first = ask(1, entry(2, OLD), entry(1, OLD));
        waitForQuestion();
        robot.clickOn("#conflict-for-all");
        robot.clickOn("#conflict-skip");
        assertThat(first).isCompleted();

        CompletableFuture<ConflictAnswer> later = ask(2, entry(2, OLD), entry(1, OLD));
        waitForQuestion();
        robot.clickOn("#conflict-overwrite");

        assertThat(later).isCompletedWithValue(new ConflictAnswer(Rule.OVERWRITE, false));
    }

    @Test
    void resumesOnlyWhereTheTargetIsSmaller() {
        CompletableFuture<ConflictAnswer> answer = ask(1, entry(2, OLD), entry(2, OLD));
        waitForQuestion();

        assertThat(onFx(() -> node("#conflict-resume").isDisabled())).isTrue();
        assertThat(answer).isNotDone();
    }

    @Test
    void isAnsweredByTheKeyboard() {
        CompletableFuture<ConflictAnswer> answer = ask(1, entry(2, OLD), entry(1, OLD));
        waitForQuestion();

        robot.push(KeyCode.ALT, KeyCode.N);

        waitFor(answer::isDone);
        assertThat(answer).isCompletedWithValue(new ConflictAnswer(Rule.RENAME, false));
    }

    private CompletableFuture<ConflictAnswer> ask(long item, Entry source, Entry target) {
        return model.decide(new Conflict(
                        item,
                        Items.request(Direction.DOWNLOAD, "docs", source.name(), false, source.size()),
                        source,
                        target))
                .toCompletableFuture();
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
