// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.transfer.QueueSnapshot.Total;
import java.util.function.Consumer;

/** Has both panes read their folders again when transfers have changed them: as soon as the queue has come to rest. */
final class PaneRefresher implements Consumer<Total> {

    private final Runnable refresh;
    private int finished;

    PaneRefresher(Runnable refresh) {
        this.refresh = refresh;
    }

    @Override
    public void accept(Total total) {
        int now = total.done() + total.failed();
        if (total.waiting() + total.running() == 0 && now != finished) {
            boolean more = now > finished;
            finished = now;
            if (more) {
                refresh.run();
            }
        }
    }
}
