// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.FailureKind;
import io.github.twinport.transfer.QueueNotice;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells what has become of the items of a queue, each once. Belongs to the command's thread. */
final class TransferReport {

    private static final long PROGRESS_NANOS = Duration.ofMillis(250).toNanos();

    private final Work work;
    private final long start = System.nanoTime();
    private final Queue<TransferItem> news = new ConcurrentLinkedQueue<>();
    private long lastProgress = start;
    private int done;
    private int skipped;
    private final Set<FailureKind> failures = EnumSet.noneOf(FailureKind.class);

    TransferReport(Work work) {
        this.work = work;
    }

    /** Takes note of what is finished. Any thread. */
    void finished(List<TransferItem> items) {
        news.addAll(items);
    }

    /** Tells what is finished since the last time. */
    void take(QueueSnapshot snapshot) {
        for (TransferItem item = news.poll(); item != null; item = news.poll()) {
            if (isWorthTelling(item)) {
                tell(item);
            }
        }
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_NANOS) {
            lastProgress = now;
            work.print(new Event.Progress(snapshot.total()));
        }
        work.flush();
    }

    /**
     * Tells the sums, and why the queue stopped where it did by itself.
     *
     * @param refused the files for which there was no room; they would wait, if it were not for the end
     */
    void summary(QueueSnapshot end, List<TransferItem> refused) {
        refused.forEach(this::tell);
        Explanation held = end.held();
        if (held != null) {
            String advice = work.messages().text("cli.held");
            work.print(new Event.Problem(ExitCode.SOME_FAILED, new Explanation(held.what(), advice)));
        }
        if (end.notice() instanceof QueueNotice.ServerFull full) {
            String advice = work.messages().text("cli.heldServer");
            work.print(new Event.Problem(
                    ExitCode.SOME_FAILED, new Explanation(full.explanation().what(), advice)));
        }
        if (end.notice() instanceof QueueNotice.StraightUploads straight) {
            work.print(new Event.Problem(
                    ExitCode.DONE,
                    work.explanation("cli.straightUploads", straight.server().host())));
        }
        QueueSnapshot.Total total = end.total();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        int failed = total.failed() + refused.size();
        work.print(new Event.Summary(
                done, skipped, failed, Math.max(0, total.waiting() - refused.size()), total.moved(), time));
        work.flush();
    }

    /** What the command ends with: who is to try again later learns that where it was the only thing that failed. */
    ExitCode exit(QueueSnapshot end) {
        if (end.total().paused() || !end.heldServers().isEmpty()) {
            return ExitCode.SOME_FAILED;
        }
        if (end.total().failed() == 0) {
            return ExitCode.DONE;
        }
        return failures.size() == 1 ? ExitCode.of(failures.iterator().next()) : ExitCode.SOME_FAILED;
    }

    private static boolean isWorthTelling(TransferItem item) {
        return !item.request().folder() || !(item.state() instanceof TransferState.Done);
    }

    private void tell(TransferItem item) {
        switch (item.state()) {
            case TransferState.Done ignored -> done++;
            case TransferState.Skipped ignored -> skipped++;
            case TransferState.Failed failed -> failures.add(failed.kind());
            default -> {}
        }
        work.print(new Event.Finished(item));
    }
}
