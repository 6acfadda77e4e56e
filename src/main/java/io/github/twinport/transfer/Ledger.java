// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes what the journal has to write. Guarded by the queue's lock. */
final class Ledger {

    private final boolean kept;
    private List<Node> unwritten = new ArrayList<>();
    private List<JournalRow> outside = new ArrayList<>();
    private List<JournalBulk> bulks = new ArrayList<>();
    private List<Long> removed = new ArrayList<>();
    private List<Long> superseded = new ArrayList<>();
    private List<Node> inHand = List.of();
    private List<Node> notedInHand = new ArrayList<>();
    private boolean progress;
    private boolean jobs;
    private boolean urgent;

    /** A ledger for a journal that keeps something, or not. */
    Ledger(boolean kept) {
        this.kept = kept;
    }

    /** Whether rows can leave memory because the journal has them. */
    boolean isKept() {
        return kept;
    }

    /** A row is new or has changed. */
    void changed(Node node) {
        if (kept && !node.unwritten) {
            node.unwritten = true;
            unwritten.add(node);
        }
    }

    /** What the user asked for is new or has another place. */
    void jobChanged(Node top) {
        if (kept) {
            top.jobUnwritten = true;
            jobs = true;
            changed(top);
        }
    }

    /** A new row that is not kept in memory. */
    void outside(JournalRow row) {
        outside.add(row);
    }

    /** Files that are not in memory have changed, all at once. */
    void bulk(JournalBulk bulk) {
        outside.replaceAll(row -> bulk.concerns(row) ? JournalRows.with(row, bulk.to()) : row);
        bulks.add(bulk);
    }

    /** What the user asked for is off the list. */
    void removed(long top) {
        if (kept) {
            removed.add(top);
        }
    }

    /** A single row is not needed any more: what an earlier run has left stands in a new one, or is removed. */
    void superseded(long row) {
        if (kept) {
            superseded.add(row);
        }
    }

    /** Whether there is something to write. */
    boolean hasChanges() {
        return progress
                || !(unwritten.isEmpty()
                        && outside.isEmpty()
                        && bulks.isEmpty()
                        && removed.isEmpty()
                        && superseded.isEmpty());
    }

    /** Whether something is to be written for which transfers wait. */
    boolean isUrgent() {
        return jobs;
    }

    /** A running attempt has a temporary file or has moved bytes. */
    void progressed() {
        progress = true;
    }

    /** A running attempt has noted something without which it must not go on. */
    void noted() {
        progress = true;
        urgent = true;
    }

    /** Whether the journal holds what a running attempt has noted. */
    boolean isSafe(Attempt attempt) {
        return Objects.equals(attempt.node().safe, attempt.partial());
    }

    /** How many rows there are that are neither in the journal nor in the queue. */
    int waitingForJournal() {
        return outside.size();
    }

    JournalChanges take(Rows rows, Collection<Attempt> running) {
        progress = false;
        jobs = false;
        List<Node> present = new ArrayList<>(unwritten.size());
        List<JournalJob> jobs = new ArrayList<>();
        List<JournalRow> records = outside;
        List<Long> released = new ArrayList<>(removed);
        for (Node node : unwritten) {
            node.unwritten = false;
            Node top = node.top();
            if (top.claimed && isResting(top)) {
                top.claimed = false;
                released.add(top.id());
            }
            if (rows.find(node.id()) == node) {
                present.add(node);
                records.add(write(node));
                if (node.jobUnwritten) {
                    node.jobUnwritten = false;
                    jobs.add(JournalRows.job(node));
                }
            }
        }
        boolean durable = urgent || !(records.isEmpty() && bulks.isEmpty() && removed.isEmpty());
        urgent = false;
        for (Attempt attempt : running) {
            Node node = attempt.node();
            boolean known = Objects.equals(node.written, attempt.partial());
            if (kept && !known && rows.find(node.id()) == node) {
                records.add(write(node));
                notedInHand.add(node);
            }
        }
        JournalChanges changes = new JournalChanges(bulks, jobs, records, superseded, removed, released, durable);
        bulks = new ArrayList<>();
        removed = new ArrayList<>();
        superseded = new ArrayList<>();
        outside = new ArrayList<>();
        unwritten = new ArrayList<>();
        inHand = present;
        return changes;
    }

    /** Whether nothing of what the user asked for runs or waits for its turn. */
    private static boolean isResting(Node top) {
        Counts counts = top.counts();
        return counts == null
                ? top.status != Status.RUNNING && top.status != Status.WAITING
                : counts.both(Status.RUNNING) + counts.both(Status.WAITING) == 0;
    }

    /** Forgets all that has not been written, because it is not this queue's any more. */
    void forget() {
        unwritten.forEach(node -> node.unwritten = false);
        unwritten = new ArrayList<>();
        outside = new ArrayList<>();
        bulks = new ArrayList<>();
        removed = new ArrayList<>();
        superseded = new ArrayList<>();
        inHand = List.of();
        notedInHand = new ArrayList<>();
    }

    /** Takes the rows of the last changes, which are safe now. */
    List<Node> takeWritten() {
        List<Node> written = inHand;
        inHand = List.of();
        for (Node node : written) {
            node.jobKept |= node.parent() == null;
            node.safe = node.written;
        }
        notedInHand.forEach(node -> node.safe = node.written);
        notedInHand = new ArrayList<>();
        return written;
    }

    private static JournalRow write(Node node) {
        @Nullable Partial partial = node.attempt == null ? node.partial() : node.attempt.partial();
        node.written = partial;
        return JournalRows.row(node, partial);
    }
}
