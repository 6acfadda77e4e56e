// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private int runs;
    private final Cadence cadence = new Cadence(thread::add, pauses::add, () -> runs++);

    @Test
    void runsAtOnceAtFirst() {
        cadence.request();
        drain();

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void manyRequestsWithinAPauseAreOneMoreRun() {
        cadence.request();
        drain();
        for (int i = 0; i < 100_000; i++) {
            cadence.request();
        }

        assertThat(thread).hasSize(1);
        drain();
        assertThat(runs).isEqualTo(1);

        endPause();
        assertThat(runs).isEqualTo(2);

        endPause();
        assertThat(pauses).isEmpty();
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void runsAtOnceAgainAfterAQuietPause() {
        cadence.request();
        drain();
        endPause();

        cadence.request();
        drain();

        assertThat(runs).isEqualTo(2);
    }

    private void drain() {
        while (!thread.isEmpty()) {
            thread.remove().run();
        }
    }

    private void endPause() {
        pauses.remove().run();
    }
}
