// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import io.github.twinport.store.Database;
import io.github.twinport.transfer.journal.SqliteJournal;
import io.github.twinport.transfer.journal.TestJournals;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue that ends at any moment and goes on in the next run, with a real database. */
class JournaledQueueTest {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer();
    private final List<KnownConnection> asked = new ArrayList<>();
    private final List<FakeWorld> worlds = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        worlds.forEach(FakeWorld::close);
        database.close();
    }

    @Test
    void whatWasAddedIsThereAfterAKill() throws Exception {
        server.file("a", 10).file("b", 20);
        FakeWorld first = doomed();
        first.add(first.download("a"), first.download("b"));
        awaitWritten(2);

        FakeWorld second = next();
        assertThat(second.names()).containsExactly("a", "b");
        run(second);
        assertThat(folder.resolve("a")).hasSize(10);
        assertThat(folder.resolve("b")).hasSize(20);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsPausedAsAWholeAsksForNoLoginUntilItGoesOn() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitWritten(1);

        FakeWorld second = next(queue -> queue.pauseAll());
        second.run();
        assertThat(asked).isEmpty();
        assertThat(second.state("a")).isEqualTo(new TransferState.Waiting());
        second.queue.resumeAll();
        run(second);
        assertThat(asked).hasSize(1);
        assertThat(second.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void workOfAnotherRunForAPausedServerIsPaused() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitWritten(1);

        FakeWorld second = next(queue -> queue.hold(List.of(HeldServer.of(first.download("a")))));
        second.run();
        assertThat(second.state("a")).isEqualTo(new TransferState.Paused());
        second.queue.release(second.queue.snapshot().heldServers());
        run(second);
        assertThat(second.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void prioritiesAreKept() throws Exception {
        server.file("a", 10).file("b", 20);
        FakeWorld first = doomed();
        first.add(first.download("a"), first.download("b"));
        first.queue.prioritise(first.ids("a"), Priority.LOW);
        first.queue.prioritise(first.ids("b"), Priority.HIGH);
        awaitWritten(2);
        await(() -> count("select count(*) from transfer_job where priority <> 'NORMAL'") == 2);

        FakeWorld second = next();
        assertThat(second.names()).containsExactly("b", "a");
        assertThat(second.item("a").priority()).isEqualTo(Priority.LOW);
        assertThat(second.item("b").priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void finishedFilesAreNotTransferredAgain() throws Exception {
        server.file("f/a", 10).file("f/b", 20).file("f/c", 30);
        FakeWorld first = doomed();
        first.add(first.downloadFolder("f"));
        first.step();
        first.step();
        awaitStatus(Status.DONE, 2);

        FakeWorld second = next();
        assertThat(second.item("f").filesDone()).isEqualTo(1);
        assertThat(second.item("f").files()).isEqualTo(3);
        assertThat(second.item("f").size()).isEqualTo(60);
        assertThat(second.item("f").moved()).isEqualTo(10);
        run(second);
        assertThat(server.log).filteredOn(line -> line.startsWith("RETR")).doesNotHaveDuplicates();
        assertThat(second.state("f")).isEqualTo(new TransferState.Done());
        assertThat(second.item("f").moved()).isEqualTo(60);
    }

    @Test
    void theUserIsToldWhatWasLeft() throws Exception {
        server.file("f/a", 10).file("f/b", 20).file("f/c", 30);
        FakeWorld first = doomed();
        first.add(first.downloadFolder("f"));
        first.step();
        awaitStatus(Status.WAITING, 2);
        awaitStatus(Status.RUNNING, 1);

        assertThat(next().queue.snapshot().notice()).isEqualTo(new QueueNotice.Continued(2, 1));
    }

    @Test
    void aFolderWhoseListingBrokeOffIsListedAgainWithoutDoublingAnything() throws Exception {
        server.file("f/a", 10).file("f/b", 20);
        FakeWorld first = doomed();
        first.add(first.downloadFolder("f"));
        first.step();
        awaitWritten(3);
        database.write(transaction -> transaction.update("update transfer set status = 0 where parent = 0"));

        FakeWorld second = next();
        run(second);
        assertThat(second.item("f").files()).isEqualTo(2);
        assertThat(second.state("f")).isEqualTo(new TransferState.Done());
        assertThat(server.log).filteredOn(line -> line.startsWith("RETR")).hasSize(2);
    }

    @Test
    void aFileThatWasRenamedInTheLastMomentIsNotAskedFor() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitStatus(Status.RUNNING, 1);
        Files.write(folder.resolve("a"), "x".repeat(10).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(folder.resolve("a"), java.nio.file.attribute.FileTime.from(FakeServer.TIME));

        FakeWorld second = next();
        run(second);
        assertThat(second.state("a")).isEqualTo(new TransferState.Done());
        assertThat(server.log).noneMatch(line -> line.startsWith("RETR"));
    }

    @Test
    void aFileThatWasFoundAndFinishedInTheLastMomentIsNotAskedFor() throws Exception {
        server.file("f/a", 10).file("f/sub/b", 20);
        FakeWorld first = doomed();
        first.add(first.downloadFolder("f"));
        awaitWritten(1);
        for (String name : List.of("f/a", "f/sub/b")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[name.equals("f/a") ? 10 : 20]);
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(FakeServer.TIME));
        }

        FakeWorld second = next();
        run(second);
        assertThat(second.state("f")).isEqualTo(new TransferState.Done());
        assertThat(server.log).noneMatch(line -> line.startsWith("RETR"));
    }

    @Test
    void anotherFileOfTheSameLengthIsAskedFor() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitStatus(Status.RUNNING, 1);
        Files.writeString(folder.resolve("a"), "0123456789");

        FakeWorld second = next();
        run(second);
        assertThat(second.state("a")).isEqualTo(new TransferState.Asking());
        assertThat(folder.resolve("a")).hasContent("0123456789");
    }

    @Test
    void withoutALoginTheServersItemsArePausedAndResumingAsksAgain() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitWritten(1);

        FakeWorld second = world(SqliteJournal.open(database));
        second.queue.start((connection, refusal) -> {
            asked.add(connection);
            return CompletableFuture.completedStage(
                    asked.size() == 1 ? Optional.empty() : Optional.of(second.connection));
        });
        await(() -> !second.names().isEmpty() && second.state("a") instanceof TransferState.Paused);
        second.queue.resume(second.ids("a"));
        run(second);
        assertThat(second.state("a")).isEqualTo(new TransferState.Done());
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).isEqualTo(KnownConnection.of(second.connection));
    }

    @Test
    void theInstanceThatWasTakenForDeadStops() throws Exception {
        server.file("a", 10);
        FakeWorld first = doomed();
        first.add(first.download("a"));
        awaitWritten(1);
        FakeWorld second = next();
        assertThat(second.names()).containsExactly("a");

        await(() -> first.queue.snapshot().items().isEmpty());
        assertThat(first.queue.snapshot().notice()).isEqualTo(new QueueNotice.TakenOver());
    }

    @Test
    void whatALivingInstanceDoesIsNotTaken() throws Exception {
        server.file("a", 10);
        FakeWorld first = world(SqliteJournal.open(database));
        first.queue.start(Logins.NONE);
        first.add(first.download("a"));
        awaitWritten(1);
        FakeWorld second = world(SqliteJournal.open(database));
        second.queue.start(Logins.NONE);
        second.add(second.download("b"));
        awaitWritten(2);

        assertThat(second.names()).containsExactly("b");
        first.close();
        FakeWorld third = next();
        assertThat(third.names()).containsExactly("a");
    }

    @Test
    void aWindowWaitsForTheTargetOfAnother() throws Exception {
        server.file("f/a", 10);
        FakeWorld first = world(SqliteJournal.open(database));
        first.queue.start(Logins.NONE);
        first.add(first.downloadFolder("f"));
        first.step();
        assertThat(first.total().running() + first.total().waiting()).isEqualTo(1);
        FakeWorld second = world(SqliteJournal.open(database));
        second.queue.start(Logins.NONE);
        second.add(second.download("f/a"));
        second.run();

        assertThat(second.state("a")).isEqualTo(new TransferState.Waiting());
        assertThat(second.queue.snapshot().notice())
                .isInstanceOfSatisfying(
                        QueueNotice.TargetInUse.class,
                        notice -> assertThat(notice.holder().target())
                                .isEqualTo(folder.resolve("f").toString()));

        run(first);
        await(() -> {
            second.pass(Duration.ofSeconds(1));
            return !(second.state("a") instanceof TransferState.Waiting);
        });
        assertThat(second.queue.snapshot().notice()).isNull();
        assertThat(folder.resolve("f/a")).hasSize(10);
    }

    @Test
    void aWindowThatIsPausedAsAWholeIsNamedToTheCommandThatItKeepsOut() throws Exception {
        server.file("f/a", 10).file("f/b", 10);
        FakeWorld window = world(SqliteJournal.open(database));
        window.queue.start(Logins.NONE);
        window.add(window.downloadFolder("f"));
        window.step();
        window.queue.pauseAll();
        window.run();
        List<TransferRequest> requests = List.of(window.download("f/a"));

        assertThatExceptionOfType(TargetInUseException.class)
                .isThrownBy(() -> SqliteJournal.open(database, requests))
                .satisfies(inUse -> assertThat(inUse.holder())
                        .isEqualTo(new TargetHolder(
                                ProcessHandle.current().pid(),
                                false,
                                folder.resolve("f").toString())));

        window.close();
        SqliteJournal.open(database, requests).close();
    }

    @Test
    void oneOfTwoSourcesForOneTargetIsFoundAfterAKill() throws Exception {
        server.ignoresCase = true;
        Files.createDirectories(folder.resolve("tree"));
        Files.writeString(folder.resolve("tree/README"), "upper");
        Files.writeString(folder.resolve("tree/readme"), "lower case");
        FakeWorld first = doomed();
        first.add(first.uploadFolder("tree").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.CHANGED)));
        first.step();
        first.step();
        awaitWritten(3);
        await(() ->
                count("select count(*) from transfer where target_free = 2 and status <> " + Status.DONE.code()) == 1);

        FakeWorld second = next();
        run(second);
        assertThat(second.total().failed()).isEqualTo(1);
        assertThat(server.files).hasSize(1);
        String there = server.files.keySet().iterator().next().toString();
        assertThat(server.content(there)).isEqualTo(there.endsWith("README") ? "upper" : "lower case");
    }

    @Test
    void whatADeadWindowHadForItselfIsFreeAtOnce() throws Exception {
        FakeWorld plan = new FakeWorld(folder, 1);
        List<TransferRequest> requests = List.of(plan.download("a"));
        assertThat(TestJournals.deadWindow(database).claim(1, requests.getFirst()))
                .isEmpty();

        SqliteJournal.open(database, requests).close();
    }

    @Test
    void aLivingInstanceGoesOnWithTheWorkOfOneThatDied() throws Exception {
        server.file("a", 10).file("b", 10);
        FakeWorld living = world(SqliteJournal.open(database));
        living.queue.start((connection, refusal) -> CompletableFuture.completedStage(Optional.of(living.connection)));
        living.add(living.download("b"));
        awaitWritten(1);
        FakeWorld first = doomed();
        first.add(first.download("a"));

        await(() -> living.queue.snapshot().items().size() == 2);
        run(living);
        assertThat(living.state("a")).isEqualTo(new TransferState.Done());
        await(() -> first.queue.snapshot().items().isEmpty());
        assertThat(count("select count(*) from transfer_job")).isEqualTo(2);
    }

    @Test
    void aCommandGoesOnWithItsOwnWorkOnly() throws Exception {
        server.file("a", 10).file("b", 10);
        FakeWorld plan = new FakeWorld(folder, 1);
        List<TransferRequest> requests = List.of(plan.download("a"));
        FakeWorld first = world(TestJournals.deadCommand(database, requests));
        first.queue.start(Logins.NONE);
        first.queue.add(List.of(first.download("a"), first.download("b")));
        awaitWritten(2);

        FakeWorld window = world(SqliteJournal.open(database));
        window.queue.start(Logins.NONE);
        FakeWorld second = world(SqliteJournal.open(database, requests));
        second.queue.start((connection, refusal) -> CompletableFuture.completedStage(Optional.of(second.connection)));
        second.queue.add(requests);
        assertThat(second.names()).containsExactly("a");
        run(second);
        assertThat(second.state("a")).isEqualTo(new TransferState.Done());
        assertThat(window.names()).isEmpty();
    }

    @Test
    void whatIsOffTheListIsOutOfMemory() throws Exception {
        server.file("f/a", 10).file("f/b", 10);
        FakeWorld world = world(SqliteJournal.open(database));
        world.queue.start(Logins.NONE);
        server.failing("RETR", new FtpException.Refused("RETR", new Reply(550, List.of("no"))));
        world.add(world.downloadFolder("f"));
        run(world);
        awaitStatus(Status.FAILED, 1);
        WeakReference<TransferRequest> request =
                new WeakReference<>(world.item("a").request());
        world.queue.retry(world.ids("a"));
        run(world);
        awaitStatus(Status.DONE, 3);
        world.queue.removeFinished();
        awaitWritten(0);

        await(() -> {
            world.queue.snapshot();
            System.gc();
            return request.refersTo(null);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"RNTO /.up.twinport-old", "RNTO /up", "DELE /.up.twinport-old"})
    void whatStandsAsideIsFoundAndBroughtBackAfterAKill(String lastStep) throws Exception {
        Files.writeString(folder.resolve("up"), "new content");
        server.file("up", "old");
        server.replaces = false;
        server.unheard.add(lastStep);
        FakeWorld first = doomed();
        first.add(first.upload("up").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE)));
        first.step();
        assertThat(server.unheard).isEmpty();
        await(() -> count("select count(*) from transfer where aside_name is not null") == 1);
        assertThat(server.files).hasSizeGreaterThan(lastStep.startsWith("DELE") ? 0 : 1);

        FakeWorld second = next();
        run(second);
        assertThat(second.state("up")).isEqualTo(new TransferState.Done());
        assertThat(server.content("up")).isEqualTo("new content");
        assertThat(server.files).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileWhoseSecondNameIsTriedIsFoundAfterAKill(boolean renamed) throws Exception {
        String probe = "RNTO /twinport-part-up";
        Files.writeString(folder.resolve("up"), "new content");
        server.file("up", "old");
        server.replaces = false;
        if (renamed) {
            server.unheard.add(probe);
        } else {
            server.failing(probe, FakeServer.lost());
        }
        FakeWorld first = doomed();
        first.add(first.upload("up").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE)));
        first.step();
        assertThat(server.log).contains(probe);
        assertThat(server.temporary("up") == null).isEqualTo(renamed);
        await(() -> count("select count(*) from transfer where partial_name like 'twinport-part-%'") == 1);

        FakeWorld second = next();
        run(second);
        assertThat(second.state("up")).isEqualTo(new TransferState.Done());
        assertThat(server.content("up")).isEqualTo("new content");
        assertThat(server.files).hasSize(1);
        assertThat(server.log).containsOnlyOnce("STOR /.up.twinport-part");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileWhoseSecondNameIsTriedIsRemovedWhereItIsNotWantedAnyMore(boolean renamed) throws Exception {
        String probe = "RNTO /twinport-part-up";
        Files.writeString(folder.resolve("up"), "new content");
        server.file("up", "old");
        server.replaces = false;
        if (renamed) {
            server.unheard.add(probe);
        } else {
            server.failing(probe, FakeServer.lost());
        }
        FakeWorld world = doomed();
        world.add(world.upload("up").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE)));
        world.step();
        world.queue.cancel(world.ids("up"));
        run(world);

        assertThat(server.files.keySet()).extracting(Object::toString).containsExactly("/up");
        assertThat(server.content("up")).isEqualTo("old");
    }

    @Test
    void whatIsIncompleteOnTheServerIsFinishedBeforeAnythingElse() throws Exception {
        Files.writeString(folder.resolve("a"), "content of a");
        Files.writeString(folder.resolve("up"), "new content");
        server.file("up", "old");
        server.block = 3;
        TransferRules inPlace =
                TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE).withTemporaryNames(TemporaryRule.OFF);
        FakeWorld first = doomed();
        first.add(first.upload("a"), first.upload("up").withRules(inPlace));
        first.queue.pause(first.ids("a"));
        int[] blocks = {0};
        server.onBlock = bytes -> {
            if (++blocks[0] == 2) {
                throw FakeServer.lost();
            }
        };
        first.run();
        assertThat(server.content("up")).isEqualTo("new co");
        server.onBlock = bytes -> {};
        first.queue.resume(first.ids("a"));
        await(() -> count("select count(*) from transfer where partial_name = 'up'") == 1);
        awaitStatus(Status.PAUSED, 0);
        server.log.clear();

        FakeWorld second = next();
        run(second);
        assertThat(server.content("up")).isEqualTo("new content");
        assertThat(server.log).containsSubsequence("STOR /up", "STOR /.a.twinport-part");
    }

    private FakeWorld doomed() throws Exception {
        FakeWorld world = world(TestJournals.deadWindow(database));
        world.queue.start(Logins.NONE);
        return world;
    }

    private FakeWorld next() throws Exception {
        return next(queue -> {});
    }

    private FakeWorld next(Consumer<TransferQueue> beforeItStarts) throws Exception {
        FakeWorld world = world(SqliteJournal.open(database));
        beforeItStarts.accept(world.queue);
        world.queue.start((connection, refusal) -> {
            asked.add(connection);
            return CompletableFuture.completedStage(Optional.of(world.connection));
        });
        await(() -> !world.queue.snapshot().items().isEmpty());
        return world;
    }

    private FakeWorld world(Journal journal) {
        FakeWorld world = new FakeWorld(folder, 1, LocalFiles.DISK, server, journal);
        worlds.add(world);
        return world;
    }

    private static void run(FakeWorld world) throws Exception {
        await(() -> {
            world.run();
            QueueSnapshot.Total total = world.total();
            return total.waiting() + total.running() == 0;
        });
    }

    private void awaitWritten(int rows) throws Exception {
        await(() -> count("select count(*) from transfer") == rows);
    }

    private void awaitStatus(Status status, int rows) throws Exception {
        await(() -> count("select count(*) from transfer where status = " + status.code()) == rows);
    }

    private int count(String query) {
        try {
            return database.read(transaction ->
                    transaction.first(query, row -> row.getInt(1)).orElseThrow());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("waited in vain").isLessThan(PATIENCE);
            Thread.sleep(5);
        }
    }
}
