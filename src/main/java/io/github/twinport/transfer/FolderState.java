// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row shows as its state; a folder's is made of what it holds. */
final class FolderState {

    private static final TransferState WAITING = new TransferState.Waiting();
    private static final TransferState RUNNING = new TransferState.Running();
    private static final TransferState PAUSED = new TransferState.Paused();
    private static final TransferState ASKING = new TransferState.Asking();
    private static final TransferState DONE = new TransferState.Done();
    private static final TransferState CANCELLED = new TransferState.Cancelled();

    private FolderState() {}

    static TransferState of(Node node, Explainer explainer) {
        Counts counts = node.counts();
        return counts == null ? own(node) : of(node, counts, explainer);
    }

    /** Whether nothing more will happen to the row, and to what it holds, by itself. */
    static boolean isFinished(Node node) {
        Counts counts = node.counts();
        if (counts == null) {
            return !node.status.isUnfinished();
        }
        return counts.both(Status.RUNNING)
                        + counts.both(Status.WAITING)
                        + counts.both(Status.PAUSED)
                        + counts.both(Status.ASKING)
                == 0;
    }

    private static TransferState of(Node folder, Counts counts, Explainer explainer) {
        if (counts.both(Status.RUNNING) > 0) {
            return RUNNING;
        }
        if (counts.both(Status.ASKING) > 0) {
            return ASKING;
        }
        if (counts.both(Status.WAITING) > 0) {
            return WAITING;
        }
        if (counts.both(Status.PAUSED) > 0) {
            return PAUSED;
        }
        if (folder.status != Status.DONE) {
            return own(folder);
        }
        if (counts.both(Status.FAILED) > 0) {
            return new TransferState.Failed(explainer.someFailed(counts.both(Status.FAILED), counts.files()));
        }
        return counts.both(Status.CANCELLED) > 0 ? CANCELLED : DONE;
    }

    /** What a file shows that is in the journal only. */
    static TransferState of(JournalRow row) {
        return own(
                row.status(),
                row.what(),
                new TransferState.Failed(new Explanation(row.what(), row.advice()), row.history()));
    }

    /** What a row stands for itself. */
    static TransferState own(Node node) {
        Explanation explanation = node.explanation;
        return own(
                node.status,
                node.reason,
                explanation == null ? null : new TransferState.Failed(explanation, node.history, node.failureKind));
    }

    private static TransferState own(Status status, String reason, TransferState.@Nullable Failed failure) {
        return switch (status) {
            case WAITING -> WAITING;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case ASKING -> ASKING;
            case DONE -> DONE;
            case SKIPPED -> new TransferState.Skipped(reason);
            case CANCELLED -> CANCELLED;
            case FAILED -> Objects.requireNonNull(failure);
        };
    }
}
