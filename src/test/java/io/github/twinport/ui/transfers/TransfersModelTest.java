// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.TransferItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransfersModelTest {

    private final FakeQueue queue = new FakeQueue();
    private final TransfersModel model =
            new TransfersModel(queue, new QueueHolds(queue, all -> {}, servers -> {}), Runnable::run);

    TransfersModelTest() {
        queue.onChange(model::refresh);
    }

    @Test
    void showsItemsInTheOrderOfTheQueue() {
        queue.show(Items.file(2, "b", Items.WAITING), Items.file(1, "a", Items.WAITING));

        assertThat(ids()).containsExactly(2L, 1L);
    }

    @Test
    void progressChangesRowsButNotTheList() {
        queue.show(Items.file(1, "a", Items.WAITING), Items.file(2, "b", Items.WAITING));
        List<TransferRow> before = model.shown().get();

        queue.show(Items.file(1, "a", Items.RUNNING), Items.file(2, "b", Items.WAITING));

        assertThat(model.shown().get()).isSameAs(before);
        assertThat(before.getFirst().item().state()).isEqualTo(Items.RUNNING);
    }

    @Test
    void rowsStayTheSameObjectsWhenItemsMoveOrGo() {
        queue.show(
                Items.file(1, "a", Items.WAITING), Items.file(2, "b", Items.WAITING), Items.file(3, "c", Items.DONE));
        List<TransferRow> before = model.shown().get();

        queue.show(Items.file(2, "b", Items.WAITING), Items.file(1, "a", Items.WAITING));

        assertThat(model.shown().get()).containsExactly(before.get(1), before.get(0));
    }

    @Test
    void foldersAreClosedUntilTurned() {
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 0, 0, 2, 0, 2_000_000),
                Items.file(2, 1, "a", Items.RUNNING),
                Items.file(3, 1, "b", Items.WAITING),
                Items.file(4, "c", Items.WAITING));
        assertThat(ids()).containsExactly(1L, 4L);

        model.turn(model.shown().get().getFirst());
        assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(model.shown().get().get(1).depth()).isEqualTo(1);

        model.turn(model.shown().get().getFirst());
        assertThat(ids()).containsExactly(1L, 4L);
    }

    @Test
    void filesOfAnOpenFolderStandBelowItWhereverTheQueueHasThem() {
        model.setAllOpen(true);
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 0, 0, 2, 0, 2_000_000),
                Items.file(2, "other", Items.WAITING),
                Items.file(3, 1, "a", Items.WAITING));
        assertThat(ids()).containsExactly(1L, 3L, 2L);

        model.turn(model.shown().get().getFirst());
        assertThat(ids()).containsExactly(1L, 2L);

        model.setAllOpen(false);
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    void viewsShowFilesOfClosedFoldersToo() {
        queue.show(
                Items.folder(1, "photos", Items.FAILED, 1, 1, 3, 0, 3_000_000),
                Items.file(2, 1, "a", Items.RUNNING),
                Items.file(3, 1, "b", Items.FAILED),
                Items.file(4, 1, "c", Items.DONE),
                Items.folder(5, "secret", Items.FAILED, 0, 0, 0, 0, 0),
                Items.file(6, "d", Items.ASKING),
                Items.file(7, "e", Items.SKIPPED),
                Items.file(8, "f", Items.CANCELLED),
                Items.file(9, "g", Items.PAUSED));

        model.setView(TransferView.RUNNING);
        assertThat(ids()).containsExactly(2L, 6L);
        model.setView(TransferView.FAILED);
        assertThat(ids()).containsExactly(3L, 5L);
        model.setView(TransferView.DONE);
        assertThat(ids()).containsExactly(4L, 7L, 8L);
        model.setView(TransferView.ALL);
        assertThat(ids()).containsExactly(1L, 5L, 6L, 7L, 8L, 9L);
        assertThat(model.counts().get())
                .containsEntry(TransferView.ALL, 7)
                .containsEntry(TransferView.RUNNING, 2)
                .containsEntry(TransferView.FAILED, 2)
                .containsEntry(TransferView.DONE, 3);
    }

    @Test
    void failedFilesThatTheQueueDoesNotHoldInMemoryAreCounted() {
        queue.failedInJournal = 40;
        queue.show(Items.folder(1, "photos", Items.FAILED, 9, 41, 50, 0, 0), Items.file(2, 1, "a", Items.FAILED));

        assertThat(model.counts().get()).containsEntry(TransferView.FAILED, 41);
    }

    @Test
    void aFileLeavesItsViewWhenItsStateChanges() {
        model.setView(TransferView.RUNNING);
        queue.show(Items.file(1, "a", Items.RUNNING));
        assertThat(ids()).containsExactly(1L);

        queue.show(Items.file(1, "a", Items.DONE));
        assertThat(ids()).isEmpty();
    }

    @Test
    void actionsReachOnlyTheItemsTheyMeanAnythingTo() {
        queue.show(
                Items.file(1, "a", Items.RUNNING),
                Items.file(2, "b", Items.PAUSED),
                Items.file(3, "c", Items.FAILED),
                Items.file(4, "d", Items.DONE),
                Items.folder(5, "e", Items.DONE, 2, 1, 3, 0, 0));
        List<TransferRow> everything = model.shown().get();

        for (TransferAction action : TransferAction.values()) {
            model.perform(action, everything);
        }

        assertThat(queue.calls)
                .containsExactly(
                        "pause [1]",
                        "resume [2]",
                        "retry [3, 5]",
                        "cancel [1, 2]",
                        "move [1, 2] TOP",
                        "move [1, 2] UP",
                        "move [1, 2] DOWN",
                        "move [1, 2] BOTTOM",
                        "pauseServers [1]",
                        "resumeServers [2]",
                        "prioritise [1, 2] HIGH",
                        "prioritise [1, 2] LOW");
    }

    @Test
    void anActionThatMeansNothingReachesNothing() {
        queue.show(Items.file(1, "a", Items.DONE));
        List<TransferRow> rows = model.shown().get();

        model.perform(TransferAction.PAUSE, rows);

        assertThat(TransfersModel.canPerform(TransferAction.PAUSE, rows)).isFalse();
        assertThat(queue.calls).isEmpty();
    }

    @Test
    void filesInsideFoldersCannotBeMoved() {
        model.setAllOpen(true);
        queue.show(
                Items.folder(1, "photos", Items.WAITING, 0, 0, 1, 0, 1_000_000), Items.file(2, 1, "a", Items.WAITING));

        model.perform(TransferAction.TOP, model.shown().get());

        assertThat(queue.calls).containsExactly("move [1] TOP");
    }

    @Test
    void holdsTheQueueAndClearsWhatIsFinished() {
        model.setPaused(true);
        assertThat(model.total().get().paused()).isTrue();
        model.setPaused(false);
        model.removeFinished();

        assertThat(model.total().get().paused()).isFalse();
        assertThat(queue.calls).containsExactly("pauseAll", "resumeAll", "removeFinished");
    }

    @Test
    void aHundredThousandItemsChangeTheListOnce() {
        List<TransferItem> items = new ArrayList<>();
        for (int id = 1; id <= 100_000; id++) {
            items.add(Items.file(id, "file " + id, Items.WAITING));
        }
        AtomicInteger changes = new AtomicInteger();
        model.shown().subscribe(rows -> changes.incrementAndGet());
        queue.show(items);
        int afterFirst = changes.get();

        for (int i = 0; i < 10; i++) {
            items.set(i, Items.file(i + 1, "file " + (i + 1), Items.RUNNING));
            queue.show(items);
        }

        assertThat(model.shown().get()).hasSize(100_000);
        assertThat(changes).hasValue(afterFirst);
    }

    @Test
    void rowsThatTheQueueDoesNotHoldInMemoryAreReadAsTheyComeIntoView() {
        for (int id = 2; id <= 2_501; id++) {
            queue.inJournal.add(Items.file(id, 1, "file " + id, Items.DONE));
        }
        queue.inJournal.add(Items.file(2_502, 1, "last", Items.WAITING));
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 2_500, 0, 2_501, 0, 2_000_000),
                Items.file(2_502, 1, "last", Items.RUNNING));
        model.turn(model.shown().get().getFirst());
        assertThat(ids()).hasSize(1_001).endsWith(1_001L);

        model.seen(model.shown().get().getLast());
        assertThat(ids()).hasSize(2_001);
        model.seen(model.shown().get().getLast());

        assertThat(ids()).hasSize(2_502).endsWith(2_502L);
        assertThat(model.shown().get().getLast().item().state()).isEqualTo(Items.RUNNING);
        assertThat(model.shown().get().get(1).depth()).isEqualTo(1);
        assertThat(model.counts().get()).containsEntry(TransferView.ALL, 2_501);
    }

    @Test
    void allThatFailedIsListedPageByPage() {
        for (int id = 2; id <= 2_501; id++) {
            queue.inJournal.add(Items.file(id, 1, "file " + id, Items.FAILED));
        }
        queue.failedInJournal = 2_500;
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 0, 2_500, 2_501, 0, 0),
                Items.file(2_502, 1, "z", Items.RUNNING));
        model.setView(TransferView.FAILED);
        assertThat(ids()).hasSize(1_000).startsWith(2L);
        assertThat(model.counts().get()).containsEntry(TransferView.FAILED, 2_500);

        model.seen(model.shown().get().getLast());
        model.seen(model.shown().get().getLast());
        assertThat(ids()).hasSize(2_500).endsWith(2_501L);

        model.perform(TransferAction.RETRY, model.shown().get().subList(0, 2));
        model.retryFailed();
        assertThat(queue.calls).containsExactly("retry [2, 3]", "retryFailed");
    }

    @Test
    void whatHasFailedInMemoryStandsAmongWhatWasRead() {
        queue.inJournal.add(Items.file(2, 1, "a", Items.FAILED));
        queue.inJournal.add(Items.file(3, 1, "b", Items.FAILED));
        queue.show(
                Items.folder(1, "photos", Items.RUNNING, 0, 2, 3, 0, 0),
                Items.file(3, 1, "b", Items.RUNNING),
                Items.file(4, 1, "c", Items.FAILED));
        model.setView(TransferView.FAILED);

        assertThat(ids()).containsExactly(2L, 4L);
    }

    private List<Long> ids() {
        return model.shown().get().stream().map(TransferRow::id).toList();
    }
}
