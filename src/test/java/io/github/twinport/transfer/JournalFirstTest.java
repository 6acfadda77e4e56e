// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Precision;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file moves before the journal knows the job, or a kill would leave files that nobody goes on with. */
class JournalFirstTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer();
    private Database database;
    private FakeWorld world;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
        world = new FakeWorld(folder, 1, LocalFiles.DISK, server, SqliteJournal.open(database));
        world.queue.start(Logins.NONE);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void theJournalKnowsAJobWhenItsFirstByteMoves() throws Exception {
        server.file("a", 10).file("f/b", 10);
        Files.writeString(folder.resolve("up"), "up");
        List<Integer> known = new ArrayList<>();
        server.onBlock = bytes -> known.add(jobs());

        world.add(world.download("a"));
        world.run();
        world.add(world.downloadFolder("f"));
        world.run();
        world.add(world.upload("up"));
        world.run();
        assertThat(known).containsExactly(1, 2, 3);
        assertThat(world.total().done()).isEqualTo(3);
    }

    @Test
    void theJournalLearnsOfATemporaryFileInWhichNothingMovesAnyMore() throws Exception {
        server.file("f/a", 10).file("f/b", 10);
        server.listedPrecision = Precision.MINUTE;
        String notes =
                "select count(*) from transfer where status = " + Status.RUNNING.code() + " and partial_precision = ";
        server.onTime = () -> awaitCount(notes + "'MINUTE'", 1);
        // The world's clock stands still, so that the progress of the second file tells the journal nothing.
        server.onBlock = bytes -> awaitCount(notes + "'SECOND'", 1);

        world.add(world.downloadFolder("f"));
        world.run();
        assertThat(world.item("f").filesDone()).isEqualTo(2);
    }

    @Test
    void aJournalThatCannotWriteHoldsUpNothing() throws Exception {
        server.file("a", 10);
        database.write(transaction -> transaction.update("drop table transfer_job"));

        world.add(world.download("a"));
        world.run();
        assertThat(folder.resolve("a")).hasSize(10);
        while (world.queue.snapshot().notice() == null) {
            Thread.onSpinWait();
        }
        assertThat(world.queue.snapshot().notice()).isInstanceOf(QueueNotice.NotSaved.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatWaitsForTheJournalCanBeStopped(boolean closing) throws Exception {
        server.file("a", 10);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Database other = Database.open(folder.resolve("profile"))) {
            Thread holder = Thread.ofPlatform().start(() -> hold(other, held, release));
            held.await();
            world.add(world.download("a"));
            Thread worker = Thread.ofPlatform().start(world::run);
            Thread closer = Thread.ofPlatform().start(closing ? world.queue::close : () -> {});
            if (!closing) {
                world.queue.cancel(world.ids("a"));
            }
            while (closing && !world.total().paused()) {
                Thread.onSpinWait();
            }
            release.countDown();
            assertThat(worker.join(PATIENCE)).isTrue();
            assertThat(holder.join(PATIENCE)).isTrue();
            assertThat(closer.join(PATIENCE)).isTrue();
        }
        assertThat(server.log).noneMatch(line -> line.startsWith("RETR"));
    }

    private int jobs() {
        return count("select count(*) from transfer_job");
    }

    private int count(String query) {
        try {
            return database.read(transaction ->
                    transaction.first(query, row -> row.getInt(1)).orElseThrow());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitCount(String query, int count) {
        long start = System.nanoTime();
        while (count(query) != count) {
            assertThat(System.nanoTime() - start).as("waited in vain").isLessThan(PATIENCE.toNanos());
            Thread.onSpinWait();
        }
    }

    private static void hold(Database database, CountDownLatch held, CountDownLatch release) {
        try {
            database.write(transaction -> {
                held.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return null;
            });
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }
}
