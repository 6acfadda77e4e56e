// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueModesTest {

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
    void highPriorityGoesFirstAndLowLast() {
        world.add(world.download("a"), world.download("b"), world.download("c"), world.download("d"));
        world.queue.prioritise(world.ids("b"), Priority.LOW);
        world.queue.prioritise(world.ids("d"), Priority.HIGH);

        assertThat(world.names()).containsExactly("d", "a", "c", "b");
        assertThat(world.item("d").priority()).isEqualTo(Priority.HIGH);
        world.run();
        // The first one had been handed to a worker before.
        assertThat(retrieved()).containsExactly("RETR /a", "RETR /d", "RETR /c", "RETR /b");
    }

    @Test
    void smallFilesOfLowPriorityLetTheLargeOnesOfHighPriorityGoFirst() {
        world.server.file("large", 3_000_000);
        world.queue.setOrder(QueueOrder.SMALL_FIRST);
        TransferRequest large = new TransferRequest(
                world.connection,
                Direction.DOWNLOAD,
                folder.resolve("large"),
                RemotePath.of("large"),
                false,
                3_000_000);
        world.add(world.download("a"), world.download("b"), large);
        world.queue.prioritise(world.ids("large"), Priority.HIGH);
        world.run();

        assertThat(retrieved()).containsExactly("RETR /a", "RETR /large", "RETR /b");
    }

    @Test
    void newItemsComeBeforeThoseOfLowPriority() {
        world.add(world.download("a"), world.download("b"));
        world.queue.prioritise(world.ids("b"), Priority.LOW);
        world.add(world.download("c"), world.download("d"));

        assertThat(world.names()).containsExactly("a", "c", "d", "b");
    }

    @Test
    void itemsAreMovedAmongThoseOfTheirPriority() {
        world.add(world.download("a"), world.download("b"), world.download("c"));
        world.queue.prioritise(world.ids("a"), Priority.HIGH);
        world.queue.move(world.ids("c"), TransferQueue.Place.TOP);

        assertThat(world.names()).containsExactly("a", "c", "b");
        world.queue.prioritise(world.ids("a"), Priority.NORMAL);
        world.queue.move(world.ids("a"), TransferQueue.Place.BOTTOM);
        assertThat(world.names()).containsExactly("c", "b", "a");
    }

    @Test
    void inOrderOneFileOfEachServerIsOnItsWay() {
        world.queue.setWorkers(4);
        world.queue.setMode(QueueMode.IN_ORDER);
        world.add(world.download("a"), world.download("b"), other("c"), other("d"));

        assertThat(running()).containsExactly("a", "c");
        world.step();
        assertThat(running()).containsExactly("b", "c");
        world.queue.setMode(QueueMode.PARALLEL);
        assertThat(running()).containsExactly("b", "c", "d");
        world.run();
        assertThat(world.total().done()).isEqualTo(4);
    }

    @Test
    void aServerIsPausedWithAllItsTransfersAndTheOthersGoOn() {
        world.add(world.download("a"), world.download("b"), other("c"), other("d"));
        world.queue.pauseServers(world.ids("a"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Paused());
        assertThat(world.state("b")).isEqualTo(new TransferState.Paused());
        assertThat(world.total().done()).isEqualTo(2);
        world.queue.resumeServers(world.ids("b"));
        world.run();
        assertThat(world.total().done()).isEqualTo(4);
    }

    @Test
    void aPausedServerPausesWhatIsAddedLaterUntilItIsResumed() {
        world.add(world.download("a"), other("c"));
        world.queue.pauseServers(world.ids("a"));
        world.add(world.download("b"), other("d"));
        world.run();

        assertThat(world.state("b")).isEqualTo(new TransferState.Paused());
        assertThat(world.state("d")).isEqualTo(new TransferState.Done());
        assertThat(world.queue.snapshot().heldServers()).containsExactly(new HeldServer("server", 21, "user"));

        world.queue.resume(world.ids("b"));
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(world.state("a")).isEqualTo(new TransferState.Paused());

        world.queue.release(world.queue.snapshot().heldServers());
        world.run();
        assertThat(world.total().done()).isEqualTo(4);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    @Test
    void aServerThatAnEarlierRunHasPausedStaysPaused() {
        HeldServer server = new HeldServer("server", 21, "user");
        assertThat(HeldServer.of(server.text())).contains(server);
        world.queue.hold(List.of(server));
        world.add(world.download("a"), other("c"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Paused());
        assertThat(world.state("c")).isEqualTo(new TransferState.Done());
        world.queue.resumeServers(world.ids("a"));
        world.run();
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    private TransferRequest other(String name) {
        return new TransferRequest(
                FakeWorld.connection("other"),
                Direction.DOWNLOAD,
                folder.resolve(name),
                world.download(name).remote(),
                false,
                -1);
    }

    private List<String> running() {
        return world.queue.snapshot().items().stream()
                .filter(item -> item.state() instanceof TransferState.Running)
                .map(item -> LocalTarget.name(item.request().local()))
                .toList();
    }

    private List<String> retrieved() {
        return world.server.log.stream().filter(line -> line.startsWith("RETR")).toList();
    }
}
