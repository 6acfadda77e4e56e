// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import io.github.twinport.transfer.rules.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Does requests like a user who tries again what has failed, until nothing is left to do. One thread. */
final class Round {

    private final TransferQueue queue;
    private final Duration patience;
    private final Semaphore changes = new Semaphore(0);
    private final Map<String, Integer> failures = new TreeMap<>();
    private int retries;
    private int questions;

    Round(TransferQueue queue, Duration patience) {
        this.queue = queue;
        this.patience = patience;
        queue.onChange(changes::release);
    }

    /** How many items the user had to try again. */
    int retries() {
        return retries;
    }

    /** How often the user was asked about a target, which no other program could have made. */
    int questions() {
        return questions;
    }

    /** The reasons of failures by how often the user saw them. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** Adds requests and returns when all have ended well, with the queue empty. */
    QueueSnapshot.Total run(List<TransferRequest> requests) throws InterruptedException {
        queue.add(requests);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            QueueSnapshot now = queue.snapshot();
            if (now.total().unfinished() == now.total().asking()) {
                if (now.total().failed() + now.total().asking() == 0) {
                    queue.removeFinished();
                    return now.total();
                }
                answer();
                tryAgain(now);
            }
            if (now.held() != null || !changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the queue does not end: " + now);
            }
            changes.drainPermits();
        }
    }

    private void answer() {
        List<Long> asking = queue.conflicts().stream().map(Conflict::item).toList();
        questions += asking.size();
        queue.decide(asking, Decision.OVERWRITE);
    }

    private void tryAgain(QueueSnapshot now) {
        List<Long> failed = new ArrayList<>();
        Set<Long> folders = now.items().stream()
                .filter(item -> item.state() instanceof TransferState.Failed)
                .map(TransferItem::parent)
                .collect(Collectors.toSet());
        for (TransferItem item : now.items()) {
            if (item.state() instanceof TransferState.Failed failure) {
                failed.add(item.id());
                if (!folders.contains(item.id())) {
                    retries++;
                    failures.merge(
                            item.request().direction() + ": "
                                    + failure.explanation().what(),
                            1,
                            Integer::sum);
                }
            }
        }
        queue.retry(failed);
    }
}
