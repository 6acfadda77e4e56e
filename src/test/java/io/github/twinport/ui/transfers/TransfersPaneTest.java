// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.History;
import io.github.twinport.transfer.Priority;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import io.github.twinport.ui.fx.FxThread;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersPaneTest extends FxTest {

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeQueue queue = new FakeQueue();

    @BeforeEach
    void open() {
        show(this::pane);
    }

    private TransfersPane pane() {
        return new TransfersPane(
                queue,
                new QueueHolds(queue, all -> {}, servers -> {}),
                new FxThread(),
                messages,
                new Formats(messages, ZoneId.of("UTC")));
    }

    @Test
    void saysWhatToDoWhileItIsEmpty() {
        assertThat(labels()).contains("Drag files from one side to the other to transfer them");
        assertThat(onFx(() ->
                        robot.lookup("#transfers-total").query().getParent().isVisible()))
                .isFalse();
        screenshot("transfers-empty-light");
        choose(Appearance.DARK);
        screenshot("transfers-empty-dark");
    }

    @Test
    void showsProgressSpeedRestAndSums() {
        showFewRows();

        assertThat(labels())
                .contains(
                        "debian.iso",
                        "ftp.example.org/pub/isos → /home/ada/Downloads/isos",
                        "40%",
                        "124 MB of 310 MB",
                        "12.4 MB/s",
                        "15 s",
                        "120 of 200 files, 1 failed",
                        "Waits for your decision")
                .contains("2 running, 1 waiting, 1 to be decided, 1 failed · 136 MB of 325 MB · 24.8 MB/s · 8 s left");
        assertThat(onFx(() -> robot.lookup("#transfers-total-progress")
                        .queryAs(ProgressBar.class)
                        .getProgress()))
                .isBetween(0.41, 0.43);
        screenshot("transfers-light");
        choose(Appearance.DARK);
        screenshot("transfers-dark");
    }

    @Test
    void explainsTheSelectedFailure() {
        showFewRows();
        assertThat(onFx(() -> robot.lookup("#transfers-failure").query().isVisible()))
                .isFalse();

        select(5);

        assertThat(labels())
                .contains("The server does not let you write to /pub.", "Choose another folder or ask for permission.");
        screenshot("transfers-failure");
    }

    @Test
    void saysHowOftenAFileWasTriedAndWhatWentWrongFirst() {
        TransferState.Failed last = (TransferState.Failed) Items.FAILED;
        queue.show(
                Items.file(1, "a", Items.FAILED),
                Items.file(
                        2, "b", new TransferState.Failed(last.explanation(), new History(3, "The connection broke."))),
                Items.file(
                        3,
                        "c",
                        new TransferState.Failed(
                                last.explanation(),
                                new History(4, last.explanation().what()))));
        waitFor(() -> table().getItems().size() == 3);

        select(0);
        assertThat(onFx(() -> robot.lookup("#transfers-failure-history").query().isVisible()))
                .isFalse();
        select(1);
        assertThat(labels()).contains("3 attempts; what went wrong first: The connection broke.");
        screenshot("transfers-failure-history-light");
        choose(Appearance.DARK);
        screenshot("transfers-failure-history-dark");
        select(2);
        assertThat(labels()).contains("4 attempts, all with the same result");
    }

    @Test
    void allThatFailedIsTriedAgainFromItsView() {
        queue.show(Items.file(1, "a", Items.FAILED), Items.file(2, "b", Items.DONE));
        waitFor(() -> table().getItems().size() == 2);
        assertThat(onFx(() -> robot.lookup("#transfers-retry-failed").query().isVisible()))
                .isFalse();

        robot.clickOn("#transfers-view-failed");
        screenshot("transfers-failed-view");
        robot.clickOn("#transfers-retry-failed");

        assertThat(queue.calls).containsExactly("retryFailed");
    }

    @Test
    void buttonsActOnTheSelectedRows() {
        queue.show(
                Items.file(1, "a", Items.RUNNING),
                Items.file(2, "b", Items.WAITING),
                Items.file(3, "c", Items.PAUSED),
                Items.file(4, "d", Items.FAILED));
        waitFor(() -> table().getItems().size() == 4);
        select(0, 1, 2, 3);

        List<String> buttons = List.of("pause", "resume", "retry", "cancel", "top", "up", "down", "bottom");
        buttons.forEach(button -> robot.clickOn("#transfers-" + button));
        robot.clickOn("#transfers-clear");
        robot.clickOn("#transfers-hold");
        robot.clickOn("#transfers-hold");

        assertThat(queue.calls)
                .containsExactly(
                        "pause [1, 2]",
                        "resume [3]",
                        "retry [4]",
                        "cancel [1, 2, 3]",
                        "move [1, 2, 3] TOP",
                        "move [1, 2, 3] UP",
                        "move [1, 2, 3] DOWN",
                        "move [1, 2, 3] BOTTOM",
                        "removeFinished",
                        "pauseAll",
                        "resumeAll");
    }

    @Test
    void serversAndPrioritiesHaveKeysAndTheMenu() {
        queue.show(
                Items.file(1, "a", Items.RUNNING).with(Priority.HIGH),
                Items.file(2, "b", Items.PAUSED).with(Priority.LOW));
        waitFor(() -> table().getItems().size() == 2);
        runOnFx(() -> table().requestFocus());
        select(0, 1);

        robot.push(KeyCode.SHIFT, KeyCode.SPACE);
        robot.push(KeyCode.ALT, KeyCode.PAGE_UP);
        robot.push(KeyCode.ALT, KeyCode.DIGIT0);
        robot.push(KeyCode.ALT, KeyCode.PAGE_DOWN);
        assertThat(queue.calls)
                .containsExactly(
                        "pauseServers [1]", "prioritise [2] HIGH", "prioritise [1, 2] NORMAL", "prioritise [1] LOW");
        screenshot("priorities-light");
        choose(Appearance.DARK);
        screenshot("priorities-dark");

        runOnFx(() -> table().getContextMenu().getItems().stream()
                .filter(item -> "transfers-resume-server-menu".equals(item.getId()))
                .forEach(MenuItem::fire));
        assertThat(queue.calls).endsWith("resumeServers [2]");
    }

    @Test
    void buttonsThatMeanNothingToTheSelectionAreOff() {
        queue.show(Items.file(1, "a", Items.DONE), Items.file(2, "b", Items.WAITING));
        waitFor(() -> table().getItems().size() == 2);
        assertThat(isOff("pause")).isTrue();

        select(0);
        assertThat(isOff("pause")).isTrue();
        assertThat(isOff("cancel")).isTrue();

        select(1);
        assertThat(isOff("pause")).isFalse();
        assertThat(isOff("retry")).isTrue();
    }

    @Test
    void keysDoWhatTheButtonsDo() {
        queue.show(Items.file(1, "a", Items.WAITING), Items.file(2, "b", Items.FAILED));
        waitFor(() -> table().getItems().size() == 2);

        select(0);
        robot.type(KeyCode.SPACE);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.HOME);
        robot.type(KeyCode.DELETE);
        select(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.R);

        assertThat(queue.calls)
                .containsExactly("pause [1]", "move [1] DOWN", "move [1] TOP", "cancel [1]", "retry [2]");
    }

    @Test
    void theMenuDoesWhatTheButtonsDo() {
        queue.show(Items.file(1, "a", Items.WAITING));
        waitFor(() -> table().getItems().size() == 1);
        select(0);

        runOnFx(() -> {
            for (MenuItem item : table().getContextMenu().getItems()) {
                if ("transfers-cancel-menu".equals(item.getId())) {
                    item.fire();
                }
            }
        });

        assertThat(queue.calls).containsExactly("cancel [1]");
    }

    @Test
    void viewsShowTheirPartWithCounts() {
        showFewRows();
        assertThat(text("#transfers-view-running")).isEqualTo("Running 3");
        assertThat(text("#transfers-view-failed")).isEqualTo("Failed 1");

        robot.clickOn("#transfers-view-failed");
        assertThat(names()).containsExactly(6L);
        robot.clickOn("#transfers-view-failed");
        assertThat(names()).containsExactly(6L);
        robot.clickOn("#transfers-view-done");
        assertThat(names()).isEmpty();
        assertThat(labels()).contains("No transfers here");
        robot.clickOn("#transfers-view-all");
        assertThat(names()).hasSize(6);
    }

    @Test
    void foldersOpenByKeyAndByButton() {
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 0, 0, 2, 0, 2_000_000),
                Items.file(2, 1, "a", Items.RUNNING),
                Items.file(3, 1, "b", Items.WAITING));
        waitFor(() -> table().getItems().size() == 1);

        select(0);
        robot.type(KeyCode.RIGHT);
        assertThat(names()).containsExactly(1L, 2L, 3L);
        robot.type(KeyCode.LEFT);
        assertThat(names()).containsExactly(1L);
        robot.clickOn("#transfers-open");
        assertThat(names()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void keepsSelectionAndPlaceWhenRowsComeAndGo() {
        List<TransferItem> items = waiting(2000);
        queue.show(items);
        waitFor(() -> table().getItems().size() == 2000);
        select(1005, 1007);
        runOnFx(() -> {
            // Until it is laid out the table scrolls by the number of rows that it had before.
            table().layout();
            table().scrollTo(1000);
        });
        waitFor(() -> Math.abs(firstInView() - 1000) <= 1);

        queue.show(items.subList(500, 2000));

        waitFor(() -> table().getItems().size() == 1500);
        waitFor(() -> Math.abs(firstInView() - 500) <= 1);
        assertThat(onFx(() -> table().getSelectionModel().getSelectedItems().stream()
                        .map(TransferRow::id)
                        .toList()))
                .containsExactly(1006L, 1008L);
    }

    @Test
    void allOfALongQueueIsSelectedAsAWhole() {
        queue.show(waiting(100_000));
        waitFor(() -> table().getItems().size() == 100_000);
        runOnFx(() -> table().requestFocus());

        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        screenshot("transfers-100000");
        robot.clickOn("#transfers-cancel");

        assertThat(onFx(() -> table().getSelectionModel().getSelectedItems().size()))
                .isZero();
        assertThat(queue.calls)
                .singleElement()
                .asString()
                .startsWith("cancel [1, 2, 3")
                .endsWith("100000]");

        runOnFx(() -> table().requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(isOff("cancel")).isTrue();
    }

    @Test
    void fitsIntoANarrowWindow() {
        runOnFx(() -> stage().close());
        show(this::pane, 420, 300);
        showFewRows();
        assertThat(onFx(() -> robot.lookup("#transfers-pane")
                        .query()
                        .getBoundsInParent()
                        .getWidth()))
                .isLessThanOrEqualTo(420);
        screenshot("transfers-narrow");
    }

    private void showFewRows() {
        queue.show(
                Items.file(1, 0, "isos", "debian.iso", Items.RUNNING, 124_000_000, 310_000_000, 12_400_000),
                Items.upload(2, "a_b__c report.pdf", Items.RUNNING, 12_000_000, 12_400_000, 12_400_000),
                Items.folder(3, "photos", Items.RUNNING, 120, 1, 200, 300_000_000, 500_000_000),
                Items.file(4, "notes.txt", Items.ASKING),
                Items.file(5, "later.txt", Items.WAITING),
                Items.file(6, "secret.txt", Items.FAILED));
        waitFor(() -> table().getItems().size() == 6);
    }

    private static List<TransferItem> waiting(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(id -> Items.file(id, "file " + id, Items.WAITING))
                .toList());
    }

    private void select(int... rows) {
        runOnFx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectIndices(rows[0], rows);
        });
    }

    private boolean isOff(String button) {
        return onFx(() -> robot.lookup("#transfers-" + button).query().isDisabled());
    }

    private String text(String query) {
        waitFor(() -> robot.lookup(query).queryLabeled().getText().matches(".* \\d+"));
        return onFx(() -> robot.lookup(query).queryLabeled().getText());
    }

    private List<Long> names() {
        return onFx(() -> table().getItems().stream().map(TransferRow::id).toList());
    }

    private List<String> labels() {
        return onFx(() -> {
            Node root = stage().getScene().getRoot();
            root.applyCss();
            stage().getScene().getRoot().layout();
            return robot.lookup(node -> node instanceof Labeled && node.isVisible()).queryAll().stream()
                    .map(node -> ((Labeled) node).getText())
                    .filter(text -> text != null && !text.isEmpty())
                    .toList();
        });
    }

    private TableView<TransferRow> table() {
        return robot.lookup("#transfers-table").queryTableView();
    }

    private int firstInView() {
        return RowPatcher.firstInView(table());
    }
}
