// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand items. The limit is far above what it takes, so that only another order of growth breaks it. */
class LongQueueTest {

    private static final Logger LOG = System.getLogger(LongQueueTest.class.getName());
    private static final int ITEMS = 100_000;
    private static final int ROUNDS = 50;
    private static final long LIMIT_NANOS = 200_000_000L;

    @TempDir
    Path folder;

    @Test
    void aSnapshotWhileSomethingRunsIsCheap() {
        try (FakeWorld world = new FakeWorld(folder, 3)) {
            List<TransferRequest> requests = new ArrayList<>(ITEMS);
            for (int i = 0; i < ITEMS; i++) {
                requests.add(world.download("file" + i));
            }
            long start = System.nanoTime();
            world.queue.add(requests);
            long added = System.nanoTime() - start;
            long[] taken = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                world.step();
                long before = System.nanoTime();
                QueueSnapshot snapshot = world.queue.snapshot();
                taken[i] = System.nanoTime() - before;
                assertThat(snapshot.items()).hasSize(ITEMS);
                assertThat(snapshot.total().running()).isEqualTo(3);
            }
            Arrays.sort(taken);
            LOG.log(Level.INFO, "adding " + added / 1000 + " µs");
            LOG.log(Level.INFO, "snapshot " + taken[ROUNDS / 2] / 1000 + " µs");
            assertThat(taken[ROUNDS / 2]).isLessThan(LIMIT_NANOS);
        }
    }

    @Test
    void everyItemOfALongQueueIsDoneInReasonableTime() {
        try (FakeWorld world = new FakeWorld(folder, 3)) {
            List<TransferRequest> requests = new ArrayList<>(ITEMS);
            for (int i = 0; i < ITEMS; i++) {
                requests.add(world.upload("missing" + i));
            }
            world.queue.add(requests);
            long start = System.nanoTime();
            world.run();
            LOG.log(Level.INFO, "each item " + (System.nanoTime() - start) / ITEMS / 1000 + " µs");

            assertThat(world.total().failed()).isEqualTo(ITEMS);
        }
    }

    /** What is gone from a long list must not be looked for once for each of its rows. */
    @Test
    void everyItemOfALongQueueIsTakenOffTheListAtOnce() {
        try (FakeWorld world = new FakeWorld(folder, 3)) {
            List<TransferRequest> requests = new ArrayList<>(ITEMS);
            for (int i = 0; i < ITEMS; i++) {
                requests.add(world.upload("missing" + i));
            }
            world.queue.add(requests);
            world.run();
            world.queue.add(List.of(world.upload("later")));

            world.queue.removeFinished();
            assertThat(world.names()).containsExactly("later");
            assertThat(world.total().failed()).isZero();
            world.run();
            world.queue.add(requests.subList(0, 2));
            assertThat(world.names()).containsExactly("later", "missing0", "missing1");
        }
    }
}
