// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.transfer.rules.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the queue while it lives. Guarded by the queue's lock; source, target and rule do not change while an
 * attempt runs, so that its worker may read them.
 */
final class Node {

    private final long id;
    private final @Nullable Node parent;
    private final @Nullable Counts counts;
    private final @Nullable Flow flow;
    private final @Nullable Outside outside;
    private final List<Node> children;
    private final @Nullable TreeWalk walk;
    private final ItemKey key;
    private TransferRequest request;
    private Source source;
    private Target target;

    /** Its place in its parent's list. */
    int position;

    /** What orders it among all that the user asked for, in this run and the next. */
    long place;

    /** From which its temporary names follow; for what the user asked for only. Set before any attempt. */
    String seed = "";

    /** Whose turn comes first; for what the user asked for only. */
    Priority priority = Priority.NORMAL;

    /** No child before this place can be taken by a worker. */
    int cursor;

    Status status = Status.WAITING;

    /** What it becomes when its running attempt has stopped, null to let it finish. */
    @Nullable
    Status wanted;

    @Nullable
    Attempt attempt;

    @Nullable
    Explanation explanation;

    /** What went wrong so far. */
    History history = History.NONE;

    /** What the explanation is about. */
    FailureKind failureKind = FailureKind.OTHER;

    String reason = "";
    boolean startable;

    /** Whether it was a large file when it became startable. */
    boolean large;

    /** Counts the delays, so that one which is not awaited any more is recognised; 0 is none. */
    long delay;

    int failures;

    /** The wrong length with which its last attempt has ended, null where it has not. */
    FtpException.@Nullable Incomplete wrong;

    /** How often what it has left could not be removed. */
    int removals;

    /** The furthest position any attempt has reached, in bytes. */
    long furthest;

    /** Whether it has changed since the journal last took note. */
    boolean unwritten;

    /** Whether its job has changed since the journal last took note; for what the user asked for only. */
    boolean jobUnwritten;

    /** Whether its job is safe in the journal; for what the user asked for only. Set once; any thread may read it. */
    volatile boolean jobKept;

    /** Whether another job writes below the same folder; for what the user asked for only. Any thread may read it. */
    volatile boolean overlaps;

    /** Whether no other instance may write its target; for what the user asked for only. Any thread may read it. */
    volatile boolean claimed;

    /** What the journal knows of a running attempt's temporary file. */
    @Nullable
    Partial written;

    /** What of that is safe there. */
    @Nullable
    Partial safe;

    /** Whether an earlier run may have finished it without being able to say so. */
    boolean doubtful;

    /** Whether some of what it holds is known already, so that a listing may find it again. */
    boolean listedBefore;

    /** The login without which nothing of it can be done, null when it is known; for what the user asked for only. */
    @Nullable
    KnownConnection login;

    /** The row as it was last shown, null when it has changed since. */
    @Nullable
    TransferItem shown;

    private @Nullable Decision rule;
    private @Nullable Partial partial;
    private long moved;

    Node(long id, @Nullable Node parent, TransferRequest request, Source source, Target target, @Nullable Flow flow) {
        this.id = id;
        this.parent = parent;
        this.request = request;
        this.source = source;
        this.target = target;
        this.flow = flow;
        key = ItemKey.of(request);
        counts = request.folder() ? new Counts() : null;
        outside = request.folder() ? new Outside() : null;
        children = request.folder() ? new ArrayList<>() : List.of();
        walk = parent == null ? new TreeWalk() : null;
    }

    /** How far its tree was looked at, over all that the user asked for together with it. */
    TreeWalk walk() {
        return Objects.requireNonNull(top().walk);
    }

    long id() {
        return id;
    }

    /** The folder it belongs to, null for what the user asked for. */
    @Nullable
    Node parent() {
        return parent;
    }

    /** What the user asked for when this was found: the row itself or the topmost folder above it. */
    Node top() {
        Node top = this;
        for (Node above = parent; above != null; above = above.parent) {
            top = above;
        }
        return top;
    }

    boolean isFolder() {
        return counts != null;
    }

    /** A folder's counts of all it holds and of itself, null for a file. */
    @Nullable
    Counts counts() {
        return counts;
    }

    /** A folder's files that are in the journal only, null for a file. */
    @Nullable
    Outside outside() {
        return outside;
    }

    /** A folder's bytes, null for a file, whose bytes flow through its attempt. */
    @Nullable
    Flow flow() {
        return flow;
    }

    List<Node> children() {
        return children;
    }

    /** What it was asked as, even when it goes to another target since. */
    ItemKey key() {
        return key;
    }

    TransferRequest request() {
        return request;
    }

    void request(TransferRequest changed) {
        if (!changed.equals(request)) {
            request = changed;
            target = Target.NOTHING;
            rule = null;
        }
    }

    /** Goes over another connection to the same server from now on. */
    void connection(ConnectionSettings settings) {
        request = request.over(settings);
    }

    Source source() {
        return source;
    }

    void source(Source seen) {
        source = seen;
    }

    Target target() {
        return target;
    }

    /** Forgets what was seen at the target, because it may be long ago, or because another item goes there too. */
    void target(Target known) {
        target = known;
    }

    @Nullable
    Decision rule() {
        return rule;
    }

    void rule(@Nullable Decision decided) {
        rule = decided;
    }

    @Nullable
    Partial partial() {
        return partial;
    }

    void partial(@Nullable Partial note) {
        partial = note;
    }

    /** Whether its target on the server is incomplete or stands aside until it is done, so that it comes first. */
    boolean isExposed() {
        Partial left = partial;
        boolean toServer = request.direction() == Direction.UPLOAD;
        return toServer
                && left != null
                && status.isUnfinished()
                && (!left.aside().isEmpty()
                        || left.name().equals(request.remote().name()));
    }

    /** The bytes that are there. */
    long moved() {
        if (flow != null) {
            return flow.moved();
        }
        return attempt == null ? moved : attempt.flow().moved();
    }

    /** Notes a file's bytes at the end of an attempt. */
    void moved(long bytes) {
        moved = bytes;
    }

    /** How many rows a worker could take here and below. */
    int startableBelow() {
        return startableBelow(Choice.ANY);
    }

    /** How many rows of a kind a worker could take here and below. */
    int startableBelow(Choice choice) {
        return counts != null ? counts.startable(choice) : startable && choice.fits(this) ? 1 : 0;
    }

    /** How many files wait here and below that are in the journal only. */
    int outsideBelow() {
        return counts != null ? counts.outside() : 0;
    }
}
