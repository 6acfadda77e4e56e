// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More failed files than are kept in memory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManyFailuresTest {

    private static final int FOLDERS = 2;
    private static final int FILES = 2_200;
    private static final int ALL = FOLDERS * FILES;

    @TempDir
    Path folder;

    private Database database;
    private ManyFiles many;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
        many = new ManyFiles(folder, FOLDERS, FILES, 3, SqliteJournal.open(database));
        many.broken = true;
        many.add();
        many.await(this::isOver);
        many.await(() -> many.queue.snapshot().items().size() <= 2_000 + FOLDERS + 1);
    }

    @AfterEach
    void close() {
        many.close();
        database.close();
    }

    @Test
    void allAreListedInPages() throws Exception {
        assertThat(many.queue.snapshot().total().failed()).isEqualTo(ALL);

        List<TransferItem> failed = failed();

        assertThat(failed).hasSize(ALL);
        assertThat(failed.stream().map(TransferItem::id))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(failed).allSatisfy(item -> {
            assertThat(item.state()).isInstanceOf(TransferState.Failed.class);
            assertThat(((TransferState.Failed) item.state()).history().attempts())
                    .isPositive();
        });
    }

    @Test
    void allAreTriedAgain() throws Exception {
        many.broken = false;
        many.queue.retryFailed();
        many.await(this::isOver);

        assertThat(many.queue.snapshot().total().failed()).isZero();
        assertThat(many.queue.snapshot().total().done()).isEqualTo(ALL);
        assertThat(failed()).isEmpty();
    }

    @Test
    void singleOnesThatAreNotInMemoryAreTriedAgain() throws Exception {
        List<Long> inMemory =
                many.queue.snapshot().items().stream().map(TransferItem::id).toList();
        List<Long> outside = failed().stream()
                .map(TransferItem::id)
                .filter(id -> !inMemory.contains(id))
                .limit(3)
                .toList();
        assertThat(outside).hasSize(3);
        many.broken = false;
        many.queue.retry(outside);
        many.await(() -> many.queue.snapshot().total().done() == 3 && isOver());

        assertThat(many.queue.snapshot().total().failed()).isEqualTo(ALL - 3);
        assertThat(failed().stream().map(TransferItem::id)).doesNotContainAnyElementsOf(outside);
    }

    @Test
    void theNextRunListsAndTriesAllAgain() throws Exception {
        many.close();
        many = new ManyFiles(folder, FOLDERS, FILES, 3, SqliteJournal.open(database));
        many.await(() -> many.queue.snapshot().total().failed() == ALL);
        assertThat(many.queue.snapshot().items()).hasSizeLessThan(ALL);
        assertThat(failed()).hasSize(ALL);

        many.queue.retryFailed();

        assertThat(many.queue.snapshot().total().failed()).isZero();
        many.await(() -> many.queue.snapshot().total().waiting() >= ALL);
    }

    private List<TransferItem> failed() throws Exception {
        List<TransferItem> all = new ArrayList<>();
        List<TransferItem> page = page(0);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(page.getLast().id());
        }
        return all;
    }

    private List<TransferItem> page(long after) throws Exception {
        return many.queue.failed(after, 500).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private boolean isOver() {
        QueueSnapshot.Total total = many.queue.snapshot().total();
        return total.done() + total.failed() > 0 && total.waiting() + total.running() == 0;
    }
}
