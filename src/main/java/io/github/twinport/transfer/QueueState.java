// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.transfer.rules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is in the queue and what becomes of it: no threads, no input or output, time only from outside. Not safe for
 * threads; the queue calls it under its lock.
 */
final class QueueState {

    private static final long BUSY_NANOS = 500_000_000L;

    private final Ledger ledger;
    private final Rows rows;
    private final Leftovers leftovers;
    private final Portions portions;
    private final Scheduler scheduler;
    private final OpenLogins logins;
    private final Continuation continuation;
    private final HeldServers servers = new HeldServers();
    private final Questions questions = new Questions();
    private final Commands commands;
    private final Snapshots snapshots;
    private final Failures failures;
    private final Room room;
    private final Additions additions;
    private final Explainer explainer;
    private @Nullable Explanation held;
    private @Nullable QueueNotice notice;

    /** An empty queue; progress of running attempts is told to the given listener, on their threads. */
    QueueState(
            LongSupplier nanoTime,
            DoubleSupplier random,
            int workers,
            Explainer explainer,
            Journal journal,
            Runnable onProgress) {
        this.explainer = explainer;
        ledger = new Ledger(journal.isKept());
        rows = new Rows(nanoTime, ledger, journal.firstId());
        leftovers = new Leftovers(rows, ledger);
        portions = new Portions(rows, ledger, leftovers);
        BackOff backOff = new BackOff(random);
        scheduler = new Scheduler(rows, portions, nanoTime, backOff, workers, onProgress);
        commands = new Commands(rows, portions, scheduler, questions, servers);
        logins = new OpenLogins(rows);
        failures = new Failures(rows, ledger, scheduler, logins, backOff, explainer);
        room = new Room(rows, scheduler, failures);
        additions = new Additions(rows, leftovers, failures, servers);
        continuation = new Continuation(rows, portions, scheduler, logins, ledger);
        snapshots = new Snapshots(rows, explainer);
    }

    /** What the journal has to write. */
    Ledger ledger() {
        return ledger;
    }

    /** What has to be read from the journal. */
    Portions portions() {
        return portions;
    }

    /** The logins that are missing. */
    OpenLogins logins() {
        return logins;
    }

    /** The row with an id, null when it is not in memory. */
    @Nullable
    Node find(long id) {
        return rows.find(id);
    }

    /** Tells the user something, or nothing any more. */
    void notice(@Nullable QueueNotice told) {
        snapshots.changed();
        notice = told;
    }

    /** What the user is told about the whole queue, null for nothing. */
    @Nullable
    QueueNotice notice() {
        return notice;
    }

    /** Takes over the work of an earlier run; that of paused servers stays paused. Returns what has to be stopped. */
    List<Attempt> adopt(JournalJobs jobs) {
        Set<Node> before = Set.copyOf(rows.top());
        QueueNotice.Continued continued = continuation.take(jobs);
        if (continued.waiting() + continued.running() > 0) {
            notice = continued;
        }
        return commands()
                .pause(rows.top().stream()
                        .filter(node -> !before.contains(node) && servers.isHeld(node.request()))
                        .map(Node::id)
                        .toList());
    }

    /** What ended commands have left of files. */
    Leftovers leftovers() {
        return leftovers;
    }

    /** Takes note that what the user asked for may write its target, or who else does. */
    void claimed(Attempt attempt, @Nullable TargetHolder holder) {
        attempt.node().top().claimed = holder == null;
        if (holder != null) {
            QueueNotice waiting = new QueueNotice.TargetInUse(holder);
            notice(waiting.equals(notice) ? notice : waiting);
        } else if (notice instanceof QueueNotice.TargetInUse) {
            notice(null);
        }
    }

    /** The files for which there was no room the last time that a place turned out to be full. */
    List<TransferItem> refused() {
        return snapshots.refused(room.lastRefused());
    }

    /** Gives everything up, because another instance goes on with it; returns what has to be stopped. */
    List<Attempt> giveUp() {
        List<Attempt> stopped = running();
        rows.forget(List.copyOf(rows.top()));
        portions.forgetRemoved();
        ledger.forget();
        notice(new QueueNotice.TakenOver());
        return stopped;
    }

    /** The journal's changes. */
    JournalChanges takeChanges() {
        return ledger.take(rows, scheduler.running());
    }

    /** The changes last taken are safe. */
    void written() {
        snapshots.changed();
        portions.written(ledger.takeWritten());
    }

    /** Takes files that were read from the journal. */
    void loaded(Portions.Wanted wanted, List<JournalRow> found) {
        snapshots.changed();
        portions.loaded(wanted, found);
    }

    /** Collects what is finished from now on, see {@link #takeFinished}. */
    void tellFinished() {
        rows.tellFinished();
    }

    /** What was finished since the last call, each as it stands itself without what it holds. */
    List<TransferItem> takeFinished() {
        return rows.takeFinished().stream()
                .filter(node -> !node.status.isUnfinished())
                .map(snapshots::own)
                .toList();
    }

    /** What is shown of rows. */
    Snapshots snapshots() {
        return snapshots;
    }

    /** Which of some rows are not in memory. */
    List<Long> outside(Collection<Long> ids) {
        return ids.stream().filter(id -> rows.find(id) == null).toList();
    }

    /** Takes a login, or that there is none, so that what needs it is paused. */
    List<Attempt> login(KnownConnection connection, @Nullable ConnectionSettings settings) {
        snapshots.changed();
        return commands.pause(logins.answered(connection, settings));
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
        return snapshots.take(scheduler.running(), scheduler.isPaused(), held, currentNotice(), servers.all());
    }

    private @Nullable QueueNotice currentNotice() {
        if (notice instanceof QueueNotice.ServerFull full && !servers.all().contains(full.server())) {
            notice = null;
        }
        return notice;
    }

    /** The snapshot without rows. */
    QueueSnapshot overview() {
        QueueSnapshot.Total total = snapshots.total(!scheduler.running().isEmpty(), scheduler.isPaused());
        return new QueueSnapshot(List.of(), total, held, currentNotice(), servers.all());
    }

    void add(List<TransferRequest> requests) {
        snapshots.changed();
        additions.add(requests);
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

    Scheduler scheduler() {
        return scheduler;
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
            attempt.missedSome = true;
            return;
        }
        snapshots.changed();
        for (Child child : children) {
            Node same = rows.same(child.request());
            boolean known = same != null && (folder.equals(same.parent()) || !FolderState.isFinished(same));
            if (!known && !attempt.knows(child)) {
                Node node = portions.add(folder, child);
                if (node != null && folder.doubtful) {
                    // The earlier run may have found and finished it before the journal took note of either.
                    node.doubtful = true;
                }
                if (node != null && child.decided() != null) {
                    settle(node, child.decided());
                }
            }
        }
        folder.listedBefore = true;
        rows.stale(folder);
    }

    /** Takes the end of an attempt. */
    void finish(Attempt attempt, Outcome outcome) {
        snapshots.changed();
        Node node = attempt.node();
        scheduler.ended(attempt);
        node.partial(attempt.partial());
        if (!node.isFolder()) {
            node.moved(attempt.flow().moved());
        }
        if (attempt.work() == Attempt.Work.REMOVE) {
            failures.removed(node, outcome);
            return;
        }
        node.request(attempt.request());
        Status wanted = node.wanted;
        node.wanted = null;
        boolean complete =
                !attempt.missedSome && (outcome instanceof Outcome.Done || outcome instanceof Outcome.Skipped);
        if (wanted != null && !complete) {
            commands.stopped(node, wanted);
        } else if (outcome instanceof Outcome.Broken broken && Room.isMissing(node, broken)) {
            room.refused(node, broken.failure());
        } else {
            settle(node, outcome);
        }
    }

    /** Holds what goes to places that have turned out to be full; returns what has to be stopped. */
    List<Attempt> review() {
        List<Attempt> stopped = new ArrayList<>();
        for (Room.Full full : room.review()) {
            snapshots.changed();
            Node first = full.first().node();
            Explanation reason = explainer.about(first.request(), full.first().failure());
            if (first.request().direction() == Direction.DOWNLOAD) {
                stopped.addAll(hold(reason));
            } else {
                notice = new QueueNotice.ServerFull(HeldServer.of(first.request()), reason);
                stopped.addAll(commands.pauseServers(List.of(first.id())));
            }
        }
        return stopped;
    }

    private void settle(Node node, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done ignored -> {
                if (!node.isFolder()) {
                    rows.source(node, node.source().withSize(node.moved()));
                }
                node.failures = 0;
                scheduler.done();
                failures.done(node);
                scheduler.accepted(ServerKey.of(node.request()));
                logins.accepted(node.request().connection());
                rows.change(node, Status.DONE);
                commands.endWithoutLeftovers(node);
            }
            case Outcome.Skipped skipped -> {
                node.reason = skipped.reason();
                rows.change(node, Status.SKIPPED);
                commands.endWithoutLeftovers(node);
            }
            case Outcome.Conflicting conflict -> {
                if (!Doubt.isSettled(node, conflict)) {
                    ask(node, conflict);
                } else if (node.rule() != null) {
                    rows.change(node, Status.WAITING);
                } else {
                    rows.moved(node, conflict.source().size());
                    settle(node, new Outcome.Done());
                }
            }
            case Outcome.Busy ignored -> {
                rows.change(node, Status.WAITING);
                scheduler.delay(node, BUSY_NANOS);
            }
            case Outcome.Broken broken -> failures.failed(node, broken.failure());
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
        questions.add(new Conflict(node.id(), node.top().id(), node.request(), conflict.source(), conflict.target()));
    }
}
