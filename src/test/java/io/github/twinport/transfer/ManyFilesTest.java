// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import io.github.twinport.transfer.journal.SqliteJournal;
import io.github.twinport.transfer.rules.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More files than fit into memory, with a real database. {@link ManyFilesBenchmark} has a million. */
@Timeout(120)
class ManyFilesTest {

    private static final int FOLDERS = 5;
    private static final int FILES = 6_000;
    private static final int ALL = FOLDERS * FILES;

    @TempDir
    Path folder;

    private Database database;
    private ManyFiles many;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
        many = new ManyFiles(folder, FOLDERS, FILES, 3, SqliteJournal.open(database));
    }

    @AfterEach
    void close() {
        many.close();
        database.close();
    }

    @Test
    void allAreDoneOnceAndFewAreInMemory() throws Exception {
        many.add();
        many.await(() -> isOver());

        assertThat(many.looked).hasValue(ALL);
        TransferItem top = many.queue.snapshot().items().getFirst();
        assertThat(top.state()).isEqualTo(new TransferState.Done());
        assertThat(top.filesDone()).isEqualTo(ALL);
        many.await(() -> many.queue.snapshot().items().size() <= 2_000 + FOLDERS + 1);
    }

    @Test
    void theRowsOfAFolderAreReadPortionByPortion() throws Exception {
        many.add();
        many.await(() -> isOver());
        TransferItem sub = many.queue.snapshot().items().stream()
                .filter(item -> item.request().folder() && item.parent() != 0)
                .findFirst()
                .orElseThrow();
        List<TransferItem> first =
                many.queue.children(sub.id(), 0, 100).toCompletableFuture().get(60, TimeUnit.SECONDS);
        List<TransferItem> second = many.queue
                .children(sub.id(), first.getLast().id(), FILES)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);

        assertThat(first).hasSize(100);
        assertThat(second).hasSize(FILES - 100);
        assertThat(first.getFirst().request().remote().name()).isEqualTo("file-of-usual-length-0");
        assertThat(first).allSatisfy(item -> assertThat(item.state()).isInstanceOf(TransferState.Skipped.class));
        assertThat(first.getFirst().parent()).isEqualTo(sub.id());
    }

    @Test
    void pausingAndCancellingReachWhatIsNotInMemory() throws Exception {
        many.add();
        many.await(() -> many.looked.get() > 100);
        long top = many.queue.snapshot().items().getFirst().id();
        many.queue.pause(List.of(top));
        many.await(() -> many.queue.snapshot().total().running() == 0);
        TransferItem paused = many.queue.snapshot().items().getFirst();
        assertThat(paused.state()).isEqualTo(new TransferState.Paused());
        long looked = many.looked.get();
        assertThat(looked).isLessThan(ALL);

        many.queue.resume(List.of(top));
        many.await(() -> many.looked.get() > looked + 3_000);
        many.queue.cancel(List.of(top));
        many.await(() -> many.queue.snapshot().total().running() == 0);
        assertThat(many.queue.snapshot().items().getFirst().state()).isEqualTo(new TransferState.Cancelled());

        many.queue.retry(List.of(top));
        many.await(() -> isOver());
        assertThat(many.queue.snapshot().items().getFirst().filesDone()).isEqualTo(ALL);
        assertThat(many.looked).hasValueBetween(ALL, ALL + 6);
    }

    @Test
    void soManyQuestionsAreNotAskedAtOnceThatTheyFillMemory() throws Exception {
        for (int i = 0; i < FOLDERS; i++) {
            Path there = Files.createDirectories(folder.resolve("top").resolve("folder" + i));
            for (int j = 0; j < FILES; j++) {
                Files.createFile(there.resolve("file-of-usual-length-" + j));
            }
        }
        many.leadToFiles = true;
        many.add();
        many.await(() -> many.queue.conflicts().size() >= 10_000
                && many.queue.snapshot().total().running() == 0);
        QueueSnapshot.Total asked = many.queue.snapshot().total();
        assertThat(asked.asking()).isLessThan(20_000);
        assertThat(asked.asking() + asked.waiting()).isEqualTo(ALL);

        many.await(() -> {
            many.queue.decide(
                    many.queue.conflicts().stream().map(Conflict::item).toList(), Decision.SKIP);
            return isOver() && many.queue.conflicts().isEmpty();
        });
        assertThat(many.queue.snapshot().items().getFirst().filesDone()).isEqualTo(ALL);
    }

    private boolean isOver() {
        QueueSnapshot.Total total = many.queue.snapshot().total();
        return total.done() > 0 && total.waiting() + total.running() == 0;
    }
}
