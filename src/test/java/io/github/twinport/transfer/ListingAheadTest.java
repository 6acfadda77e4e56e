// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are listed while all workers are busy with files. */
class ListingAheadTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    private void open(int workers) {
        world = new FakeWorld(folder, workers);
        for (int i = 0; i < 6; i++) {
            world.server.file("many/a" + i, 10);
        }
        world.server.file("many/x/b", 10);
        world.server.file("many/y/b", 10);
        world.add(world.downloadFolder("many"));
        // The listing of the first folder.
        world.step();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void oneMoreConnectionListsWhileAllWorkersAreBusy() {
        open(ParallelTransferQueue.AUTOMATIC);

        // Four files and the first folder.
        assertThat(world.handedOut()).isEqualTo(5);
        assertThat(world.item("x").state()).isInstanceOf(TransferState.Running.class);
        assertThat(world.item("y").state()).isInstanceOf(TransferState.Waiting.class);
        world.run();
        assertThat(world.total().done()).isEqualTo(8);
    }

    @Test
    void aNumberThatSomebodyHasSetIsKept() {
        open(4);

        assertThat(world.handedOut()).isEqualTo(4);
        assertThat(world.item("x").state()).isInstanceOf(TransferState.Waiting.class);
        world.run();
        assertThat(world.total().done()).isEqualTo(8);
    }

    @Test
    void aPausedQueueListsNothing() {
        open(ParallelTransferQueue.AUTOMATIC);
        world.queue.pauseAll();
        world.run();

        assertThat(world.server.log).doesNotContain("MLSD /many/x");
        world.queue.resumeAll();
        world.run();
        assertThat(world.total().done()).isEqualTo(8);
    }

    @Test
    void aServerThatLetsUsHaveNoMoreIsAskedLater() {
        world = new FakeWorld(folder, ParallelTransferQueue.AUTOMATIC);
        world.server.places = 4;
        for (int i = 0; i < 6; i++) {
            world.server.file("many/a" + i, 10);
            world.server.file("many/x" + i + "/b", 10);
        }
        world.add(world.downloadFolder("many"));
        world.run();

        assertThat(world.total().done()).isEqualTo(12);
        assertThat(world.total().failed()).isZero();
    }
}
