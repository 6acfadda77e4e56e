// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the journal calls done is on the disk: first the bytes, then the state. */
class DurableFilesTest {

    @TempDir
    private Path folder;

    private final FakeServer server = new FakeServer();
    private final Queue<Path> secured = new ConcurrentLinkedQueue<>();
    private Database database;
    private FakeWorld world;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
        world = new FakeWorld(folder, 1, LocalFiles.DISK, server, SqliteJournal.open(database));
        world.queue.start(Logins.NONE);
        server.file("f/a", 10).file("f/b", 10);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void theJournalCallsFilesDoneWhenTheDiskHasThem() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Integer> doneMeanwhile = new ArrayList<>();
        world.disk = files -> {
            asked.countDown();
            await(release);
            doneMeanwhile.add(done());
            secured.addAll(files);
        };
        world.add(world.downloadFolder("f"));
        world.run();
        assertThat(folder.resolve("f/b")).hasSize(10);
        await(asked);
        assertThat(done()).isZero();
        release.countDown();

        until(() -> done() == 2);
        assertThat(doneMeanwhile).first().isEqualTo(0);
        assertThat(secured).containsExactlyInAnyOrder(folder.resolve("f/a"), folder.resolve("f/b"));
    }

    @Test
    void aDiskThatDoesNotTakeThemIsToldOfAndTriedAgain() throws Exception {
        CountDownLatch mended = new CountDownLatch(1);
        world.disk = files -> {
            if (mended.getCount() > 0) {
                throw new IOException("worn out");
            }
            secured.addAll(files);
        };
        world.add(world.downloadFolder("f"));
        world.run();
        until(() -> world.queue.snapshot().notice() instanceof QueueNotice.NotSaved);
        assertThat(done()).isZero();
        mended.countDown();

        until(() -> done() == 2);
        until(() -> world.queue.snapshot().notice() == null);
        assertThat(secured).hasSize(2);
    }

    @Test
    void whoDoesNotWantToWaitDoesNot() throws Exception {
        world.disk = secured::addAll;
        world.queue.setDurable(false);
        world.add(world.downloadFolder("f"));
        world.run();

        until(() -> done() == 2);
        assertThat(secured).isEmpty();
    }

    @Test
    void everyWayOfTheSystemPassesOverWhatIsGone() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path place = Files.createDirectories(folder.resolve("place" + i % 3));
            files.add(Files.writeString(place.resolve("\u00FC" + i), "content"));
        }
        files.add(folder.resolve("place0/gone"));
        files.add(folder.resolve("gone/gone"));

        for (DiskSync way : List.of(DiskSync.ofThisSystem(), new ForcedFiles(), new SystemSync(new ForcedFiles()))) {
            way.sync(files);
            way.sync(files.subList(0, 1));
            way.sync(files.subList(20, 22));
        }
        assertThat(files.getFirst()).hasContent("content");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheSystemRefusesIsNotCalledSafe() {
        Path refusing = Path.of("/proc/version");

        assertThatThrownBy(() -> new ForcedFiles().sync(List.of(refusing, refusing)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ForcedFiles().sync(List.of(refusing))).isInstanceOf(IOException.class);
    }

    private int done() {
        try {
            return database.read(transaction -> transaction
                    .first(
                            "select count(*) from transfer where folder = 0 and status = " + Status.DONE.code(),
                            row -> row.getInt(1))
                    .orElseThrow());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
