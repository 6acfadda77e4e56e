// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.QueueSnapshot.Total;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaneRefresherTest {

    private final AtomicInteger refreshed = new AtomicInteger();
    private final PaneRefresher refresher = new PaneRefresher(refreshed::incrementAndGet);

    @Test
    void readsAgainOnceWhenTheQueueHasComeToRest() {
        refresher.accept(total(0, 0));
        refresher.accept(total(3, 0));
        refresher.accept(total(1, 2));
        assertThat(refreshed).hasValue(0);
        refresher.accept(total(0, 3));
        refresher.accept(total(0, 3));

        assertThat(refreshed).hasValue(1);
    }

    @Test
    void readsNothingAgainWhenFinishedTransfersAreRemoved() {
        refresher.accept(total(0, 3));
        refresher.accept(total(0, 0));
        assertThat(refreshed).hasValue(1);
        refresher.accept(total(0, 1));

        assertThat(refreshed).hasValue(2);
    }

    private static Total total(int left, int done) {
        return new Total(left, 0, 0, done, 0, 0, 0, 0, -1, false);
    }
}
