// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.ui.fx.FxThread;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
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
        show(() -> {
            Formats formats = new Formats(messages, ZoneId.of("UTC"));
            FxThread fx = new FxThread();
            TransfersPane transfers =
                    new TransfersPane(queue, new QueueHolds(queue, all -> {}, servers -> {}), fx, messages, formats);
            VBox.setVgrow(transfers, Priority.ALWAYS);
            return new VBox(new ConflictSheet(queue, fx, messages, formats), transfers);
        });
    }

    @Test
    void isAbsentWhileNothingIsAsked() {
        assertThat(onFx(() -> node("#conflict-sheet").isVisible())).isFalse();
        assertThat(onFx(() -> node("#conflict-sheet").isManaged())).isFalse();
    }

    @Test
    void listsAllWithBothSidesAndCountsThem() {
        ask(
                conflict(1, "docs", "report_2026__final.pdf", 2_000_000, NEW, 1_500_000, OLD),
                conflict(2, "docs", "letter.odt", 12_000, OLD, 12_000, NEW),
                conflict(3, "photos", "a.jpg", 3_000_000, NEW, 2_000_000, OLD),
                conflict(4, "photos", "b.jpg", 3_000_000, OLD, 3_000_000, OLD));

        assertThat(text("#conflict-title")).isEqualTo("4 files exist already. What is to be done?");
        assertThat(text("#conflict-scope-selected")).isEqualTo("S_elected (1)");
        assertThat(text("#conflict-scope-folder")).isEqualTo("Th_is folder (2)");
        assertThat(text("#conflict-scope-alike")).isEqualTo("_Like this (2)");
        assertThat(text("#conflict-scope-all")).isEqualTo("_All (4)");
        assertThat(cells())
                .contains(
                        "report_2026__final.pdf",
                        "new file is newer, larger",
                        "new file is older",
                        "same size and date");
        screenshot("conflicts-light");
        choose(Appearance.DARK);
        screenshot("conflicts-dark");
        assertThat(queue.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void eachButtonDecidesWhatIsSelected(Decision decision) {
        ask(conflict(1, "docs", "a", 2, OLD, 1, OLD), conflict(2, "docs", "b", 2, OLD, 1, OLD));

        robot.clickOn("#conflict-" + decision.name().toLowerCase(Locale.ROOT));

        assertThat(queue.calls).containsExactly("decide [1] " + decision);
        waitFor("the next one", () -> text("#conflict-title").startsWith("One file"));
    }

    @ParameterizedTest
    @EnumSource(ConflictScope.class)
    void theScopeChoosesWhatIsMeant(ConflictScope scope) {
        ask(
                conflict(1, "docs", "a", 2, NEW, 1, OLD),
                conflict(2, "docs", "b", 1, OLD, 1, OLD),
                conflict(3, "photos", "c", 2, NEW, 1, OLD));

        robot.clickOn("#conflict-scope-" + scope.name().toLowerCase(Locale.ROOT));
        robot.clickOn("#conflict-skip");

        assertThat(queue.calls)
                .containsExactly(
                        switch (scope) {
                            case SELECTED -> "decide [1] SKIP";
                            case FOLDER -> "decide [1, 2] SKIP";
                            case ALIKE -> "decide [1, 3] SKIP";
                            case ALL -> "decide [1, 2, 3] SKIP";
                        });
    }

    @Test
    void laterFilesOfTheSameJobAreDecidedAlikeWhenTheUserSaysSo() {
        onFx(() -> {
            queue.show(Items.file(9, "x", Items.RUNNING));
            return true;
        });
        ask(conflict(1, "docs", "a", 2, NEW, 1, OLD));
        robot.clickOn("#conflict-scope-alike");
        robot.clickOn("#conflict-further");
        robot.clickOn("#conflict-overwrite");
        queue.calls.clear();
        ask(conflict(2, "photos", "b", 9, NEW, 1, OLD), conflict(3, "docs", "c", 1, OLD, 1, NEW));

        assertThat(queue.calls).containsExactly("decide [2] OVERWRITE");
        assertThat(text("#conflict-title")).startsWith("One file");
    }

    @Test
    void resumesOnlyWhereTheTargetIsSmaller() {
        ask(conflict(1, "docs", "a", 2, OLD, 2, OLD));

        assertThat(onFx(() -> node("#conflict-resume").isDisabled())).isTrue();
        assertThat(onFx(() -> node("#conflict-overwrite").isDisabled())).isFalse();
    }

    @Test
    void isAnsweredByTheKeyboard() {
        ask(conflict(1, "docs", "a", 2, OLD, 1, OLD), conflict(2, "photos", "b", 2, OLD, 1, OLD));

        robot.push(KeyCode.ALT, KeyCode.A);
        robot.push(KeyCode.ALT, KeyCode.N);

        waitFor("the answer", () -> queue.calls.contains("decide [1, 2] RENAME"));
    }

    @Test
    void tenThousandFitIntoTheList() {
        Conflict[] many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> conflict(i, "docs" + i % 100, "file" + i, i % 3, i % 2 == 0 ? OLD : NEW, 1, OLD))
                .toArray(Conflict[]::new);
        ask(many);
        onFx(() -> {
            TableView<?> table = robot.lookup("#conflict-table").queryTableView();
            table.getSelectionModel().selectAll();
            return true;
        });
        assertThat(text("#conflict-scope-selected")).isEqualTo("S_elected (10,000)");
        ask(Arrays.copyOfRange(many, 5000, 10_000));
        assertThat(text("#conflict-scope-all")).isEqualTo("_All (5,000)");
    }

    private void ask(Conflict... conflicts) {
        onFx(() -> {
            queue.ask(List.of(conflicts));
            return true;
        });
        // The queue is looked at again after a pause.
        waitFor("the conflicts", () -> table().getItems().equals(queue.conflicts()));
    }

    private static Conflict conflict(
            long item, String folder, String name, long size, Timestamp time, long targetSize, Timestamp targetTime) {
        Entry source = Conflicts.entry(name, size, time);
        return Conflicts.of(item, folder, source, Conflicts.entry(name, targetSize, targetTime));
    }

    private List<String> cells() {
        return onFx(() -> {
            List<String> texts = new ArrayList<>();
            robot.lookup("#conflict-table .table-cell")
                    .queryAllAs(javafx.scene.control.Labeled.class)
                    .forEach(cell -> texts.add(String.valueOf(cell.getText())));
            return texts;
        });
    }

    private TableView<Conflict> table() {
        return robot.lookup("#conflict-table").queryTableView();
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return onFx(() -> robot.lookup(query).queryLabeled().getText());
    }
}
