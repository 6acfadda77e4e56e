// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.TemporaryFiles;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueOrderTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        for (String name : List.of("a", "b", "c", "d")) {
            world.server.file(name, 10);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void itemsGoFromTopToBottom() {
        world.add(world.download("c"), world.download("a"), world.download("b"));
        world.run();

        assertThat(retrieved()).containsExactly("RETR /c", "RETR /a", "RETR /b");
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(folder.resolve("c")).hasSize(10);
    }

    @Test
    void movedItemsGoInTheirNewOrder() {
        world.add(world.download("a"), world.download("b"), world.download("c"), world.download("d"));
        world.queue.move(world.ids("d"), TransferQueue.Place.TOP);
        world.queue.move(world.ids("b"), TransferQueue.Place.BOTTOM);
        assertThat(world.names()).containsExactly("d", "a", "c", "b");
        world.queue.move(world.ids("c", "b"), TransferQueue.Place.UP);
        assertThat(world.names()).containsExactly("d", "c", "b", "a");
        world.queue.move(world.ids("d", "c"), TransferQueue.Place.UP);
        assertThat(world.names()).containsExactly("d", "c", "b", "a");
        world.queue.move(world.ids("d"), TransferQueue.Place.DOWN);
        assertThat(world.names()).containsExactly("c", "d", "b", "a");
        world.run();

        // The first one had been handed to a worker before.
        assertThat(retrieved()).containsExactly("RETR /a", "RETR /c", "RETR /d", "RETR /b");
    }

    @Test
    void asManyRunAtOnceAsThereAreWorkers() {
        world.queue.setWorkers(3);
        world.add(world.download("a"), world.download("b"), world.download("c"), world.download("d"));

        assertThat(world.handedOut()).isEqualTo(3);
        assertThat(world.total().running()).isEqualTo(3);
        assertThat(world.total().waiting()).isEqualTo(1);
        world.queue.setWorkers(1);
        world.step();
        assertThat(world.total().running()).isEqualTo(2);
        world.run();
        assertThat(world.total().done()).isEqualTo(4);
    }

    @Test
    void noMoreRunAtOnceThanTheRulesOfTheirSiteAllow() {
        world.queue.setWorkers(4);
        TransferRules two = TransferRules.DEFAULT.withConnections(2);
        world.add(
                world.download("a").withRules(two),
                world.download("b").withRules(two),
                world.download("c").withRules(two),
                world.download("d").withRules(two));

        assertThat(world.total().running()).isEqualTo(2);
        world.run();
        assertThat(world.total().done()).isEqualTo(4);
    }

    @Test
    void theSameItemTwiceIsOneItem() {
        world.add(world.download("a"), world.download("a"));
        world.add(world.download("a"));
        assertThat(world.queue.snapshot().items()).hasSize(1);
        world.run();

        world.add(world.download("a"));
        assertThat(world.queue.snapshot().items()).hasSize(2);
    }

    @Test
    void anotherUserOrDirectionIsAnotherItem() {
        TransferRequest other = new TransferRequest(
                FakeWorld.connection("other"),
                Direction.DOWNLOAD,
                folder.resolve("a"),
                world.download("a").remote(),
                false,
                -1);
        world.add(world.download("a"), other, world.upload("a"));

        assertThat(world.queue.snapshot().items()).hasSize(3);
    }

    @Test
    void aPausedItemStaysWhileTheOthersGoOn() {
        world.add(world.download("a"), world.download("b"), world.download("c"));
        world.queue.pause(world.ids("b"));
        world.run();

        assertThat(world.state("b")).isEqualTo(new TransferState.Paused());
        assertThat(world.total().done()).isEqualTo(2);
        world.queue.resume(world.ids("b"));
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aRunningItemIsPausedInTheMiddleAndGoesOnWhereItStopped() throws Exception {
        world.server.file("big", 300_000);
        world.server.onBlock = bytes -> {
            if (world.item("big").moved() == 200_000) {
                world.queue.pause(world.ids("big"));
            }
        };
        world.add(world.download("big"));
        world.run();

        assertThat(world.state("big")).isEqualTo(new TransferState.Paused());
        assertThat(world.item("big").moved()).isEqualTo(200_000);
        assertThat(folder.resolve("big")).doesNotExist();
        assertThat(TemporaryFiles.beside(folder.resolve("big"))).hasSize(200_000);

        world.server.onBlock = bytes -> assertThat(world.item("big").moved()).isGreaterThan(130_000);
        world.queue.resume(world.ids("big"));
        world.run();
        assertThat(world.state("big")).isEqualTo(new TransferState.Done());
        assertThat(Files.readString(folder.resolve("big"))).isEqualTo("x".repeat(300_000));
        assertThat(TemporaryFiles.beside(folder.resolve("big"))).doesNotExist();
        assertThat(world.item("big").moved()).isEqualTo(300_000);
        assertThat(world.total().moved()).isEqualTo(300_000);
    }

    @Test
    void resumingBeforeTheWorkerHasStoppedLetsItGoOn() {
        world.server.file("big", 10_000);
        world.server.onBlock = bytes -> {
            world.queue.pause(world.ids("big"));
            world.queue.resume(world.ids("big"));
            world.server.onBlock = ignored -> {};
        };
        world.add(world.download("big"));
        world.run();

        assertThat(world.state("big")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aCancelledItemLeavesNothing() {
        world.server.file("big", 10_000);
        world.server.onBlock = bytes -> world.queue.cancel(world.ids("big"));
        world.add(world.download("big"), world.download("a"));
        world.step();
        assertThat(world.state("big")).isEqualTo(new TransferState.Cancelled());
        world.run();

        assertThat(folder.resolve("a")).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**twinport-part");
        assertThat(folder.resolve("big")).doesNotExist();
        assertThat(world.item("big").moved()).isZero();
        assertThat(world.total().moved()).isEqualTo(10);
    }

    @Test
    void aCancelledUploadIsRemovedFromTheServer() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.server.onBlock = bytes -> world.queue.cancel(world.ids("up"));
        world.add(world.upload("up"));
        world.run();

        assertThat(world.state("up")).isEqualTo(new TransferState.Cancelled());
        assertThat(world.server.files.keySet().toString()).doesNotContain("up");
    }

    @Test
    void aCancelledItemCanBeTriedAgain() {
        world.add(world.download("a"), world.download("b"));
        world.queue.cancel(world.ids("b"));
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Cancelled());
        world.queue.retry(world.ids("b"));
        world.run();

        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
    }

    @Test
    void theWholeQueueIsHeldAndGoesOn() {
        world.server.file("big", 10_000);
        world.server.onBlock = bytes -> world.queue.pauseAll();
        world.add(world.download("big"), world.download("a"));
        world.run();

        assertThat(world.total().paused()).isTrue();
        assertThat(world.queue.snapshot().held()).isNull();
        assertThat(world.state("big")).isEqualTo(new TransferState.Waiting());
        assertThat(world.state("a")).isEqualTo(new TransferState.Waiting());
        world.server.onBlock = bytes -> {};
        world.queue.resumeAll();
        world.run();
        assertThat(world.total().done()).isEqualTo(2);
        assertThat(world.total().paused()).isFalse();
    }

    @Test
    void finishedItemsCanBeRemoved() {
        world.add(world.download("a"), world.download("missing"), world.download("b"));
        world.run();
        world.queue.pauseAll();
        world.add(world.download("c"));
        world.queue.removeFinished();

        assertThat(world.names()).containsExactly("c");
        assertThat(world.total().done()).isZero();
        assertThat(world.total().moved()).isZero();
        world.queue.resumeAll();
        world.run();
        assertThat(world.state("c")).isEqualTo(new TransferState.Done());
    }

    @Test
    void oneSessionServesOneItemAfterTheOtherAndIsClosedWhenUnused() {
        world.add(world.download("a"), world.download("b"));
        world.run();
        assertThat(world.server.opened).isEqualTo(1);
        world.pass(Duration.ofSeconds(59));
        assertThat(world.server.closed).isZero();
        world.pass(Duration.ofSeconds(2));
        assertThat(world.server.closed).isEqualTo(1);
        world.add(world.download("c"));
        world.run();
        assertThat(world.server.opened).isEqualTo(2);
    }

    @Test
    void nothingIsOpenedBeforeThereIsWork() {
        assertThat(world.server.opened).isZero();
    }

    @Test
    void closingStopsEverythingAndKeepsWhatIsHalfDone() {
        world.server.file("big", 10_000);
        world.server.onBlock = bytes -> world.queue.close();
        world.add(world.download("big"), world.download("a"));
        world.run();

        assertThat(folder.resolve("big")).doesNotExist();
        assertThat(TemporaryFiles.beside(folder.resolve("big"))).exists();
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(world.server.closed).isEqualTo(world.server.opened);
    }

    @Test
    void everyChangeIsTold() {
        world.add(world.download("a"));
        int before = world.changes();
        world.run();

        assertThat(world.changes()).isGreaterThan(before);
        assertThat(world.queue.snapshot()).isSameAs(world.queue.snapshot());
    }

    private List<String> retrieved() {
        return world.server.log.stream().filter(line -> line.startsWith("RETR")).toList();
    }
}
