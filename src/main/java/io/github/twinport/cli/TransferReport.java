// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what has become of the items of a queue, each once. Belongs to the command's thread. */
final class TransferReport {

    private static final long PROGRESS_NANOS = Duration.ofMillis(250).toNanos();

    private final Work work;
    private final long start = System.nanoTime();
    private final BitSet told = new BitSet();
    private long lastProgress = start;
    private int done;
    private int skipped;

    TransferReport(Work work) {
        this.work = work;
    }

    /** Tells what is finished since the last time. */
    void take(QueueSnapshot snapshot) {
        Deque<TransferItem> news = new ArrayDeque<>();
        Set<Long> failedInside = new HashSet<>();
        List<TransferItem> items = snapshot.items();
        // From the end, so that what a folder holds comes before it: a folder fails also because of that.
        for (int i = items.size() - 1; i >= 0; i--) {
            TransferItem item = items.get(i);
            boolean inside = false;
            if (item.state() instanceof TransferState.Failed) {
                inside = failedInside.contains(item.id());
                failedInside.add(item.parent());
            }
            if (item.state().isFinished() && !told.get((int) item.id())) {
                told.set((int) item.id());
                if (!inside && isWorthTelling(item)) {
                    news.push(item);
                }
            }
        }
        news.forEach(this::tell);
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_NANOS) {
            lastProgress = now;
            work.print(new Event.Progress(snapshot.total()));
        }
        work.flush();
    }

    /** Tells the sums, and why the queue stopped where it did by itself. */
    void summary(QueueSnapshot end) {
        Explanation held = end.held();
        if (held != null) {
            String advice = work.messages().text("cli.held");
            work.print(new Event.Problem(ExitCode.SOME_FAILED, new Explanation(held.what(), advice)));
        }
        QueueSnapshot.Total total = end.total();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        work.print(new Event.Summary(done, skipped, total.failed(), total.moved(), time));
        work.flush();
    }

    private static boolean isWorthTelling(TransferItem item) {
        return !item.request().folder() || !(item.state() instanceof TransferState.Done);
    }

    private void tell(TransferItem item) {
        switch (item.state()) {
            case TransferState.Done ignored -> done++;
            case TransferState.Skipped ignored -> skipped++;
            default -> {}
        }
        work.print(new Event.Finished(item));
    }
}
