// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.transfer.rules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is in the queue and what becomes of it: no threads, no input or output, time only from outside. Not safe for
 * threads; the queue calls it under its lock.
 */
final class QueueState {

    private static final long BUSY_NANOS = 500_000_000L;

    private final Rows rows;
    private final Scheduler scheduler;
    private final Questions questions = new Questions();
    private final Commands commands;
    private final Snapshots snapshots;
    private final BackOff backOff;
    private final Explainer explainer;
    private @Nullable Explanation held;

    /** An empty queue; progress of running attempts is told to the given listener, on their threads. */
    QueueState(LongSupplier nanoTime, DoubleSupplier random, int workers, Explainer explainer, Runnable onProgress) {
        this.explainer = explainer;
        rows = new Rows(nanoTime);
        backOff = new BackOff(random);
        scheduler = new Scheduler(rows, nanoTime, backOff, workers, onProgress);
        commands = new Commands(rows, scheduler, questions);
        snapshots = new Snapshots(rows, explainer);
    }

    /** The user's commands on rows; each call may change the queue. */
    Commands commands() {
        snapshots.changed();
        return commands;
    }

    /** The open questions. */
    List<Conflict> conflicts() {
        return questions.all();
    }

    QueueSnapshot snapshot() {
        return snapshots.take(scheduler.running(), scheduler.isPaused(), held);
    }

    void add(List<TransferRequest> requests) {
        snapshots.changed();
        for (TransferRequest request : requests) {
            Node same = rows.same(request);
            if (same == null || FolderState.isFinished(same)) {
                rows.add(null, request, Source.of(request), Target.UNKNOWN);
            }
        }
    }

    /** Starts the next piece of work, null when there is none for now; see {@link #untilNext}. */
    @Nullable
    Attempt next() {
        Attempt attempt = scheduler.next();
        if (attempt != null) {
            snapshots.changed();
        }
        return attempt;
    }

    /** Whether something more could start as soon as a worker is free. */
    boolean isMoreStartable() {
        return !scheduler.isPaused() && rows.counts().startable() > 0;
    }

    /** How long until something delayed can start, in nanoseconds, or {@link Long#MAX_VALUE}. */
    long untilNext() {
        return scheduler.isPaused() ? Long.MAX_VALUE : scheduler.untilNext();
    }

    /** Everything that runs now. */
    List<Attempt> running() {
        return List.copyOf(scheduler.running());
    }

    void workers(int count) {
        scheduler.workers(count);
    }

    /** Holds the whole queue, with a reason when nobody asked for it; returns what has to be stopped. */
    List<Attempt> hold(@Nullable Explanation reason) {
        snapshots.changed();
        scheduler.paused(true);
        held = held == null ? reason : held;
        List<Attempt> stopped = new ArrayList<>();
        for (Attempt attempt : scheduler.running()) {
            if (attempt.work() != Attempt.Work.REMOVE) {
                if (attempt.node().wanted == null) {
                    attempt.node().wanted = Status.WAITING;
                }
                stopped.add(attempt);
            }
        }
        return stopped;
    }

    /** Ends {@link #hold}. */
    void release() {
        snapshots.changed();
        scheduler.paused(false);
        held = null;
    }

    /** Takes what a worker has found in a folder so far. */
    void found(Attempt attempt, Collection<Child> children) {
        Node folder = attempt.node();
        if (folder.wanted != null) {
            return;
        }
        snapshots.changed();
        for (Child child : children) {
            Node same = rows.same(child.request());
            boolean known = same != null && (folder.equals(same.parent()) || !FolderState.isFinished(same));
            if (!known) {
                Node node = rows.add(folder, child.request(), child.source(), child.target());
                if (child.decided() != null) {
                    settle(node, child.decided());
                }
            }
        }
        rows.stale(folder);
    }

    /**
     * Takes the end of an attempt.
     *
     * @return what has to be stopped because the disk is full
     */
    List<Attempt> finish(Attempt attempt, Outcome outcome) {
        snapshots.changed();
        Node node = attempt.node();
        scheduler.ended(attempt);
        node.partial(attempt.partial());
        if (!node.isFolder()) {
            node.moved(attempt.flow().moved());
        }
        if (attempt.work() == Attempt.Work.REMOVE) {
            removed(node);
            return List.of();
        }
        node.request(attempt.request());
        Status wanted = node.wanted;
        node.wanted = null;
        boolean complete = outcome instanceof Outcome.Done || outcome instanceof Outcome.Skipped;
        if (wanted != null && !complete) {
            commands.stopped(node, wanted);
        } else if (outcome instanceof Outcome.Broken broken && broken.diskFull()) {
            rows.change(node, Status.WAITING);
            return hold(explainer.explain(broken.failure()));
        } else {
            settle(node, outcome);
        }
        return List.of();
    }

    private void settle(Node node, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done ignored -> {
                if (!node.isFolder()) {
                    rows.source(
                            node,
                            new Source(
                                    node.source().kind(),
                                    node.moved(),
                                    node.source().modified()));
                }
                node.failures = 0;
                scheduler.accepted(ServerKey.of(node.request()));
                rows.change(node, Status.DONE);
            }
            case Outcome.Skipped skipped -> {
                node.reason = skipped.reason();
                rows.change(node, Status.SKIPPED);
            }
            case Outcome.Conflicting conflict -> ask(node, conflict);
            case Outcome.Busy ignored -> {
                rows.change(node, Status.WAITING);
                scheduler.delay(node, BUSY_NANOS);
            }
            case Outcome.Broken broken -> failed(node, broken.failure());
        }
    }

    private void ask(Node node, Outcome.Conflicting conflict) {
        // A target that appears during a transfer is seen only at its end.
        Optional<Decision> decided = node.request().rules().existing().decide(conflict.source(), conflict.target());
        if (decided.isPresent()) {
            commands.decide(node, decided.get());
            return;
        }
        rows.change(node, Status.ASKING);
        questions.add(new Conflict(node.id(), jobOf(node).id(), node.request(), conflict.source(), conflict.target()));
    }

    private static Node jobOf(Node node) {
        Node job = node;
        for (Node above = node; above != null; above = above.parent()) {
            job = above;
        }
        return job;
    }

    private void failed(Node node, Throwable failure) {
        ServerKey server = ServerKey.of(node.request());
        if (node.moved() > node.furthest) {
            node.furthest = node.moved();
            node.failures = 0;
        }
        FailureSort sort = FailureSort.of(failure, scheduler.connections(server));
        if (sort == FailureSort.TOO_MANY) {
            // That says nothing about the item: it waits until the server's limit has room for it.
            if (scheduler.tooMany(server)) {
                rows.change(node, Status.WAITING);
                return;
            }
            node.failures = BackOff.ATTEMPTS;
        } else {
            node.failures++;
        }
        if (sort == FailureSort.FINAL || node.failures >= BackOff.ATTEMPTS) {
            node.explanation = explainer.explain(failure);
            rows.change(node, Status.FAILED);
            if (node.partial() != null && sort == FailureSort.FINAL) {
                scheduler.remove(node);
            }
        } else {
            rows.change(node, Status.WAITING);
            scheduler.delay(node, backOff.afterFailures(node.failures));
        }
    }

    private void removed(Node node) {
        node.partial(null);
        if (rows.find(node.id()) == null) {
            return;
        }
        rows.moved(node, 0);
        Status wanted = node.wanted;
        node.wanted = null;
        if (wanted != null) {
            rows.change(node, wanted);
        }
    }
}
