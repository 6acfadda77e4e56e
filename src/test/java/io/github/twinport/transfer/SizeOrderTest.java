// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder with large and small ones come first. */
class SizeOrderTest {

    private static final int LARGE = 1024 * 1024;

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        world.server.block = LARGE;
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void serve(String... larges) {
        for (String name : larges) {
            world.server.file("f/" + name, LARGE);
        }
    }

    private void serveSmall(String... names) {
        for (String name : names) {
            world.server.file("f/" + name, 10);
        }
    }

    /** Lists the folder, so that workers have its files. */
    private void list() {
        world.add(world.downloadFolder("f"));
        world.step();
    }

    private List<String> running() {
        return world.queue.snapshot().items().stream()
                .filter(item -> item.state() instanceof TransferState.Running
                        && !item.request().folder())
                .map(item -> item.request().remote().name())
                .toList();
    }

    @Test
    void asListedOneWorkerTakesAllFromTopToBottom() {
        serve("a", "c");
        serveSmall("b", "d");
        list();
        world.run();

        assertThat(retrieved()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void smallFilesComeFirstWhereThatIsWanted() {
        serve("a", "c");
        serveSmall("b", "d", "sub/e");
        world.queue.setOrder(QueueOrder.SMALL_FIRST);
        list();
        world.run();

        assertThat(retrieved()).containsExactly("b", "d", "e", "a", "c");
    }

    @Test
    void smallFilesOfLaterItemsComeFirstToo() {
        serve("a");
        serveSmall("b");
        world.add(world.downloadFolder("f"));
        world.queue.pauseAll();
        world.run();
        world.queue.setOrder(QueueOrder.SMALL_FIRST);
        world.server.file("late", 10);
        world.add(world.download("late"));
        world.queue.resumeAll();
        world.run();

        assertThat(retrieved()).containsExactly("b", "late", "a");
    }

    @Test
    void largeFilesLeaveOneWorkerToSmallOnes() {
        serve("a", "b", "c", "d", "e");
        serveSmall("y", "z");
        world.queue.pauseAll();
        world.queue.setWorkers(3);
        world.add(world.downloadFolder("f"));
        world.queue.resumeAll();
        world.step();
        world.queue.pauseAll();
        world.run();
        world.queue.resumeAll();

        assertThat(running()).containsExactly("a", "b", "y");
    }

    @Test
    void largeFilesTakeAllWorkersWhenNoSmallOneWaits() {
        serve("a", "b", "c", "d");
        world.queue.setWorkers(3);
        list();

        assertThat(running()).containsExactly("a", "b", "c");
    }

    /** There are workers enough: it is the server that has two places only. */
    @Test
    void ofAServersTwoPlacesOneIsForSmallFiles() {
        serve("a", "b", "c", "d");
        serveSmall("w", "x", "y", "z");
        addWithTwoPlaces();
        assertThat(running()).containsExactly("a", "w");

        List<List<String>> together = new ArrayList<>();
        do {
            together.add(running());
        } while (world.step());

        assertThat(together).allSatisfy(names -> assertThat(names).hasSizeLessThanOrEqualTo(2));
        // Until the last small one has begun it is never two large ones that run.
        int last = indexOf("z", together);
        assertThat(last).isGreaterThan(2);
        assertThat(together.subList(0, last + 1))
                .allSatisfy(names -> assertThat(names)
                        .filteredOn(name -> "abcd".contains(name))
                        .hasSizeLessThanOrEqualTo(1));
        assertThat(retrieved()).containsSubsequence("a", "b", "c", "d").containsSubsequence("w", "x", "y", "z");
        assertThat(world.total().done()).isEqualTo(8);
    }

    @Test
    void aServersTwoPlacesAreBothForLargeFilesWhenNoSmallOneWaits() {
        serve("a", "b", "c");
        addWithTwoPlaces();

        assertThat(running()).containsExactly("a", "b");
    }

    private void addWithTwoPlaces() {
        world.queue.setWorkers(4);
        TransferRequest request = world.downloadFolder("f");
        world.queue.pauseAll();
        world.add(request.withRules(request.rules().withConnections(2)));
        world.queue.resumeAll();
        world.step();
        world.queue.pauseAll();
        world.run();
        world.queue.resumeAll();
    }

    /** When a file runs for the first time. */
    private static int indexOf(String name, List<List<String>> together) {
        int index = 0;
        while (!together.get(index).contains(name)) {
            index++;
        }
        return index;
    }

    private List<String> retrieved() {
        return world.server.log.stream()
                .filter(line -> line.startsWith("RETR"))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .toList();
    }
}
