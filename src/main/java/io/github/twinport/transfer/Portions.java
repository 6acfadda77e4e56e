// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files are in memory and which in the journal only: new ones stay in memory while there is room, finished ones
 * leave it, and a folder that runs low gets its next portion. Guarded by the queue's lock.
 */
final class Portions {

    /** How many rows of one folder new ones may join in memory. */
    static final int FOLDER_ROOM = 2_000;

    /** How many rows new files may join in memory. */
    static final int ROOM = 20_000;

    /** A folder with fewer rows than this to work on gets more. */
    private static final int LOW = 500;

    private static final int PORTION = 1_500;

    /** How many files that were finished last stay in memory, to be shown. */
    private static final int LAST_FINISHED = 2_000;

    /** More failed files than this are not kept in memory. */
    private static final int MOST_FAILED = 2_000;

    /** With so many questions to the user, each of about a kilobyte, files in the journal wait until some are answered. */
    private static final int MOST_ASKING = 10_000;

    /**
     * Waiting files to be read from the journal.
     *
     * @param folder the folder
     * @param after the last file that needs no reading
     * @param limit how many at most
     * @param waiting how many wait in the journal when it is asked
     * @param changes recognises what was read too early
     */
    record Wanted(Node folder, long after, int limit, int waiting, int changes) {}

    private final Rows rows;
    private final Ledger ledger;
    private final Leftovers leftovers;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Deque<Node> done = new ArrayDeque<>();
    private final Deque<Node> failed = new ArrayDeque<>();

    Portions(Rows rows, Ledger ledger, Leftovers leftovers) {
        this.rows = rows;
        this.ledger = ledger;
        this.leftovers = leftovers;
    }

    /** Adds what was found in a folder, in memory or, where that has no room, to the journal only; null for that. */
    @Nullable
    Node add(Node folder, Child child) {
        Outside outside = folder.outside();
        boolean inMemory = outside == null
                || !ledger.isKept()
                || child.request().folder()
                || child.decided() != null
                || leftovers.has(child.request())
                || child.target().shared()
                || (outside.waiting() == 0 && folder.children().size() < FOLDER_ROOM && rows.inMemory() < ROOM);
        if (inMemory || outside == null) {
            Node node = rows.add(folder, child.request(), child.source(), child.target());
            leftovers.claim(node);
            if (outside != null && outside.waiting() == 0) {
                outside.loadedUpTo = node.id();
            }
            return node;
        }
        ledger.outside(JournalRows.row(rows.takeId(), folder, child));
        rows.addSize(folder, Math.max(0, child.source().size()));
        count(folder, outside, Status.WAITING, 1);
        rows.forAbove(folder, sum -> sum.count(false, Status.WAITING, 1));
        return null;
    }

    /** Counts files of a folder that are in the journal only in or out. */
    void count(Node folder, Outside outside, Status status, int change) {
        outside.count(status, change);
        if (status == Status.WAITING) {
            rows.forAbove(folder, sum -> sum.addOutside(change));
            if (change > 0) {
                rows.lookAgain(folder);
            }
        }
    }

    /** Sees to it that a folder has enough files in memory. */
    void feed(@Nullable Node folder) {
        Outside outside = folder == null ? null : folder.outside();
        Counts counts = folder == null ? null : folder.counts();
        if (folder == null || outside == null || counts == null) {
            return;
        }
        boolean hasRoom = rows.counts().files(Status.ASKING) < MOST_ASKING;
        if (outside.waiting() > 0 && !outside.loading && counts.startable() < LOW && hasRoom) {
            outside.loading = true;
            int limit = PORTION + folder.children().size();
            wanted.add(new Wanted(folder, outside.loadedUpTo, limit, outside.waiting(), outside.changes));
        }
    }

    /** Takes what has to be read. */
    List<Wanted> takeWanted() {
        List<Wanted> all = List.copyOf(wanted);
        wanted.clear();
        return all;
    }

    /** Takes files that were read. */
    void loaded(Wanted request, List<JournalRow> found) {
        Node folder = request.folder();
        Outside outside = folder.outside();
        if (outside == null || rows.find(folder.id()) != folder) {
            return;
        }
        outside.loading = false;
        if (outside.changes != request.changes()) {
            return;
        }
        for (JournalRow row : found) {
            outside.loadedUpTo = row.id();
            if (rows.find(row.id()) == null) {
                load(folder, outside, row);
            }
        }
        if (found.isEmpty() && request.after() > 0) {
            outside.loadedUpTo = 0;
        } else if (found.isEmpty()) {
            // What the counts promise is not there: nothing may wait for it for ever.
            int missing = Math.min(request.waiting(), outside.waiting());
            count(folder, outside, Status.WAITING, -missing);
            rows.forAbove(folder, sum -> sum.count(false, Status.WAITING, -missing));
            rows.stale(folder);
        }
    }

    /** Learns that files cannot be read now; they are asked for again when the folder is looked at next. */
    void notLoaded(Wanted request) {
        Outside outside = request.folder().outside();
        if (outside != null) {
            outside.loading = false;
        }
    }

    private void load(Node folder, Outside outside, JournalRow row) {
        count(folder, outside, Status.WAITING, -1);
        boolean before = row.id() < rows.firstOfThisRun();
        Target target = row.target().later(!before && !folder.doubtful && !outside.stale);
        Node node = rows.insert(row.id(), folder, JournalRows.inside(folder.request(), row), row.source(), target);
        node.doubtful = before || folder.doubtful;
        node.rule(row.rule());
        node.history = row.history();
        node.moved(row.moved());
        rows.startable(node, true);
    }

    /** Learns which rows are safe in the journal; those of them that were finished longest ago leave memory. */
    void written(Collection<Node> rowsWritten) {
        for (Node node : rowsWritten) {
            if (node.parent() != null && !node.isFolder()) {
                switch (node.status) {
                    case DONE, SKIPPED -> done.add(node);
                    case CANCELLED, FAILED -> failed.add(node);
                    case WAITING, RUNNING, PAUSED, ASKING -> {}
                }
            }
        }
        // A row that was finished while it was being written is written twice.
        Set<Node> gone = new LinkedHashSet<>();
        takeOldest(done, LAST_FINISHED, gone);
        takeOldest(failed, MOST_FAILED, gone);
        rows.evict(gone);
        gone.forEach(node -> feed(node.parent()));
    }

    /** Lets go of rows that are off the list: each would keep all that it was found with. */
    void forgetRemoved() {
        done.removeIf(node -> rows.find(node.id()) != node);
        failed.removeIf(node -> rows.find(node.id()) != node);
    }

    private void takeOldest(Deque<Node> finished, int kept, Set<Node> gone) {
        while (finished.size() > kept) {
            Node node = finished.remove();
            boolean safe = !node.unwritten && node.attempt == null && node.partial() == null;
            if (safe && !node.status.isUnfinished() && rows.find(node.id()) == node) {
                gone.add(node);
            }
        }
    }

    /** Changes all files below a row that are in the journal only. */
    void changeAll(Node top, Set<Status> from, Status to) {
        rows.forAll(top, folder -> changeAll(folder, folder.outside(), from, to));
    }

    /** Lets files wait again that are in the journal only, each as it stands there. */
    void retry(List<JournalRow> found) {
        Set<Status> over = Set.of(Status.FAILED, Status.CANCELLED);
        for (JournalRow row : found) {
            Node folder = rows.find(row.parent());
            Outside outside = folder == null ? null : folder.outside();
            boolean meant = over.contains(row.status()) && !row.folder() && rows.find(row.id()) == null;
            if (meant && folder != null && outside != null && outside.files(row.status()) > 0) {
                move(folder, outside, row.status(), Status.WAITING, 1);
                outside.changes++;
                outside.stale = true;
                outside.loadedUpTo = 0;
                rows.stale(folder);
                ledger.bulk(new JournalBulk(folder.id(), over, Status.WAITING, Set.of(row.id())));
            }
        }
    }

    private void move(Node folder, Outside outside, Status from, Status to, int files) {
        count(folder, outside, from, -files);
        count(folder, outside, to, files);
        rows.forAbove(folder, sum -> {
            sum.count(false, from, -files);
            sum.count(false, to, files);
        });
    }

    private void changeAll(Node folder, @Nullable Outside outside, Set<Status> from, Status to) {
        if (outside == null || from.stream().allMatch(status -> outside.files(status) == 0)) {
            return;
        }
        for (Status status : EnumSet.copyOf(from)) {
            move(folder, outside, status, to, outside.files(status));
        }
        outside.changes++;
        outside.stale |= to == Status.WAITING;
        outside.loadedUpTo = 0;
        rows.stale(folder);
        ledger.bulk(new JournalBulk(folder.id(), Set.copyOf(from), to));
    }
}
