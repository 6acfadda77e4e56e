// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.speed.SpeedLimits;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One worker's go at one row: what it has to know, what it reports, and how it is stopped. The row itself belongs to the
 * queue's lock and is not for the worker. Any thread.
 */
final class Attempt implements ByteMeter {

    /** What is to be done. */
    enum Work {
        /** Make the folder's target and list what it holds. */
        LIST,
        /** Transfer the file. */
        TRANSFER,
        /** Remove what a cancelled transfer left. */
        REMOVE
    }

    private final Node node;
    private final Node job;
    private final Work work;
    private final LinkGuard guard;
    private final Flow flow;
    private final Runnable onProgress;
    private final TransferRequest asked;
    private volatile TransferRequest request;
    private volatile @Nullable Partial partial;
    private volatile boolean stopped;
    private volatile Runnable gate = () -> {};
    private volatile Runnable onNote = () -> {};
    private volatile Runnable noteGate = () -> {};
    private volatile Consumer<QueueNotice> notices = notice -> {};
    private volatile Set<String> known = Set.of();
    private volatile SpeedLimits.Limiter limiter = SpeedLimits.Limiter.NONE;
    private @Nullable WorkerConnection connection;

    /** Whether it is the first with its server, so that what earlier runs have learnt has to be read; set before it runs. */
    boolean asksForLimit;

    /** Whether something found was not taken because the folder was being stopped; under the queue's lock only. */
    boolean missedSome;

    Attempt(Node node, Work work, Flow flow, Runnable onProgress) {
        this.node = node;
        job = node.top();
        guard = LinkGuard.of(job.request());
        this.work = work;
        this.flow = flow;
        this.onProgress = onProgress;
        request = node.request();
        asked = job.request();
        partial = node.partial();
    }

    /** The row, for the queue under its lock only. */
    Node node() {
        return node;
    }

    /** The row's id. */
    long item() {
        return node.id();
    }

    Work work() {
        return work;
    }

    /** The source as known when the attempt began; set before it runs and not changed while it does. */
    Source source() {
        return node.source();
    }

    /** What is known about the target; nothing where another job goes there too. */
    Target target() {
        return job.overlaps ? Target.SHARED : node.target();
    }

    /** What the user has decided about an existing target, null for nothing. */
    @Nullable
    Decision rule() {
        return node.rule();
    }

    /** How far the tree was looked at of which it is a part. */
    TreeWalk walk() {
        return node.walk();
    }

    /** What to do with an existing target: what the user has decided, else what the rules say; null to ask. */
    @Nullable
    Decision decision(Entry from, Entry existing) {
        Decision decided = node.rule();
        return decided != null
                ? decided
                : request.rules().existing().decide(from, existing).orElse(null);
    }

    TransferRequest request() {
        return request;
    }

    /** Goes to another target from now on, because the user wants to keep both. */
    void retarget(TransferRequest other) {
        request = other;
    }

    /** The names of temporary files of its job. */
    TemporaryNames names() {
        return new TemporaryNames(job.seed);
    }

    @Nullable
    Partial partial() {
        return partial;
    }

    /** Notes what the temporary file is, or that there is none any more. */
    void partial(@Nullable Partial note) {
        boolean news = note != null && !note.equals(partial);
        partial = note;
        if (news) {
            onNote.run();
        }
    }

    /** Tells each change of the temporary file's note, without which nobody goes on with that file after a kill. */
    void onNote(Runnable listener) {
        onNote = listener;
    }

    /** Keeps a download in the folder that the user has named. */
    LinkGuard guard() {
        return guard;
    }

    /** Tells the user something about the whole queue. */
    void tell(QueueNotice notice) {
        notices.accept(notice);
    }

    /** Tells somebody what the user should know. */
    void onNotice(Consumer<QueueNotice> listener) {
        notices = listener;
    }

    /** Waits until the note of the temporary file is safe in the journal. */
    void awaitNoted() throws FtpException.Cancelled {
        noteGate.run();
        check();
    }

    /** Has it wait for the journal where its note must not be lost. */
    void holdUntilNoted(Runnable wait) {
        noteGate = wait;
    }

    Flow flow() {
        return flow;
    }

    /** What of a folder is in the queue already, by names on the server, when an earlier attempt has listed it. */
    void known(Set<String> names) {
        known = names;
    }

    /** Whether something found in the folder is in the queue already. */
    boolean knows(Child child) {
        return !known.isEmpty() && known.contains(child.request().remote().name());
    }

    /** Whether an earlier attempt has listed the folder at least in part; set before the attempt runs. */
    boolean isRepeated() {
        return node.listedBefore;
    }

    /** Whether what the user asked for is not yet safe in the journal, so that no file of it may move. */
    boolean isAheadOfJournal() {
        return work == Work.TRANSFER && !job.jobKept;
    }

    /** Whether no other instance may write what the user asked for. */
    boolean isClaimed() {
        return job.claimed;
    }

    /** The row of what the user asked for. */
    long job() {
        return job.id();
    }

    /** What the user asked for, under the names that it had when the attempt began. */
    TransferRequest asked() {
        return asked;
    }

    /** Has it wait for something before the first byte of a file moves. */
    void holdUntil(Runnable wait) {
        gate = wait;
    }

    /** Blocks until a file may move; breaks off when somebody has stopped the attempt. */
    void awaitStart() throws FtpException.Cancelled {
        gate.run();
        check();
    }

    /** Makes it as slow as it has to be. */
    void limit(SpeedLimits.Limiter speed) {
        limiter = speed;
    }

    @Override
    public long room(long most) throws IOException {
        return limiter.room(most, this::check);
    }

    @Override
    public void moved(long bytes) throws FtpException.Cancelled {
        flow.moved(bytes);
        limiter.moved(bytes);
        onProgress.run();
        check();
    }

    /** Breaks off when somebody has stopped the attempt. */
    void check() throws FtpException.Cancelled {
        if (stopped) {
            throw new FtpException.Cancelled();
        }
    }

    /** Says over which connection the attempt runs, so that stopping reaches it. */
    void attach(@Nullable WorkerConnection used) {
        synchronized (this) {
            connection = used;
        }
        if (used != null && stopped) {
            used.cancel();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Ends the attempt soon; what has arrived stays. */
    void stop() {
        stopped = true;
        WorkerConnection used;
        synchronized (this) {
            used = connection;
        }
        if (used != null) {
            used.cancel();
        }
    }
}
