// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the number of workers finds itself. */
class GrowthTest {

    private static final long SECOND = 1_000_000_000L;

    private final Growth growth = Growth.of(ParallelTransferQueue.AUTOMATIC);
    private long now = Long.MAX_VALUE - 10 * SECOND;

    @Test
    void aNumberThatWasAskedForStays() {
        Growth fixed = Growth.of(3);
        for (int i = 0; i < 10; i++) {
            fixed.done();
            now += SECOND;
            fixed.look(now, 0, 1000);
        }
        assertThat(fixed.workers()).isEqualTo(3);
    }

    @Test
    void growsToTheMostWhileEachStepHelps() {
        for (int i = 0; i < 20; i++) {
            second(growth.workers() * 10, 10_000);
        }
        assertThat(growth.workers()).isEqualTo(16);
    }

    @Test
    void goesBackWhereMoreDoNotHelp() {
        for (int i = 0; i < 20; i++) {
            second(40, 10_000);
        }
        assertThat(growth.workers()).isEqualTo(4);
    }

    @Test
    void staysWhereFewItemsWait() {
        for (int i = 0; i < 20; i++) {
            second(10, 15);
        }
        assertThat(growth.workers()).isEqualTo(4);
    }

    @Test
    void waitsForTheFirstItem() {
        for (int i = 0; i < 20; i++) {
            second(0, 10_000);
        }
        assertThat(growth.workers()).isEqualTo(4);
    }

    @Test
    void largeFilesCountByTheirBytes() {
        growth.done();
        for (int i = 0; i < 20; i++) {
            now += SECOND;
            moved += growth.workers() * 10_000_000L;
            growth.look(now, moved, 10_000);
        }
        assertThat(growth.workers()).isEqualTo(16);
    }

    private long moved;

    private void second(int items, long waiting) {
        now += SECOND;
        for (int i = 0; i < items; i++) {
            growth.done();
        }
        growth.look(now, moved, waiting);
    }
}
