// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.session.Session;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.speed.SpeedLimits;
import io.github.twinport.transfer.speed.SpeedPlan;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The queue that works on several items at once. What happens next is decided by {@link QueueState} under one lock; what
 * takes time (network, disk, the user) happens outside of it, on a virtual thread for each attempt. All methods may be
 * called from any thread and return at once.
 */
public final class ParallelTransferQueue implements TransferQueue {

    /** As many as help: a few in the beginning, more while that makes many items go faster. */
    public static final int AUTOMATIC = 0;

    private static final Logger LOG = System.getLogger(ParallelTransferQueue.class.getName());

    private final Object lock = new Object();
    private final QueueState state;
    private final Surroundings outside;
    private final LoginAsker logins;
    private final Journal journal;
    private final JournalLink link;
    private final KeptLimits limits;
    private final ConnectionPool pool;
    private final WrittenFiles written;
    private final Worker worker;
    private final SpeedLimits speed;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ProgressRhythm rhythm;
    private volatile Consumer<List<TransferItem>> finishedListener = items -> {};
    private final Wakeup wakeup;
    private boolean closed;

    /** Whether another item could begin as soon as a worker is free; a hint for those who do not hold the lock. */
    private volatile boolean moreWaits;

    /** An empty queue that is gone with the program. */
    public ParallelTransferQueue(int workers, Explainer explainer) {
        this(workers, explainer, EntryFilter.EVERYTHING, Journal.NONE);
    }

    /**
     * A queue with what the journal holds of earlier runs.
     *
     * @param workers how many items are worked on at once, or {@link #AUTOMATIC}; each worker has a session of its own
     * @param explainer makes texts of failures
     * @param filter chooses among the entries of folders
     * @param journal keeps the queue; closed together with it
     */
    public ParallelTransferQueue(int workers, Explainer explainer, EntryFilter filter, Journal journal) {
        this(workers, explainer, filter, journal, Surroundings.system());
    }

    ParallelTransferQueue(int workers, Explainer explainer, EntryFilter filter, Journal journal, Surroundings outside) {
        this.journal = journal;
        this.outside = outside;
        pool = new ConnectionPool(outside.connections(), outside.delays(), outside.nanoTime());
        wakeup = new Wakeup(outside.delays(), outside.nanoTime());
        speed = SpeedLimits.system(outside.nanoTime());
        written = new WrittenFiles(outside.disk());
        setDurable(true);
        worker = new Worker(outside, written, explainer, filter);
        rhythm = new ProgressRhythm(outside.nanoTime());
        state = new QueueState(outside.nanoTime(), outside.random(), workers, explainer, journal, this::progressed);
        link = new JournalLink(lock, state, journal, change -> change(change::get), written);
        limits = new KeptLimits(lock, state, change -> change(change::get));
        logins = new LoginAsker(lock, state, change -> change(change::get));
    }

    /**
     * Begins to keep this queue in its journal and goes on with what that holds of earlier runs. Once.
     *
     * @param known makes the connections of what an earlier run has left
     */
    public void start(Logins known) {
        logins.use(known);
        journal.start(link);
    }

    @Override
    public void setDurable(boolean durable) {
        written.want(durable && journal.isKept());
    }

    /** Changes how many items are worked on at once; those that run go on. */
    public void setWorkers(int workers) {
        update(() -> state.scheduler().workers(workers));
    }

    /** Takes a session over whose settings some requests will have: the first of them uses it if it is open. */
    public void reuse(Session session) {
        pool.giveBack(session.settings(), new SessionConnection(session));
    }

    /** What is to be done and known when all is over. */
    public QueueEnd end() {
        return new QueueEnd(lock, state, this::update, pool);
    }

    @Override
    public void setOrder(QueueOrder order) {
        update(() -> state.scheduler().order(order));
    }

    @Override
    public void add(List<TransferRequest> requests) {
        update(() -> state.add(requests));
    }

    @Override
    public void pause(Collection<Long> items) {
        change(() -> state.commands().pause(items));
    }

    @Override
    public void resume(Collection<Long> items) {
        update(() -> state.commands().resume(items));
    }

    @Override
    public void cancel(Collection<Long> items) {
        change(() -> state.commands().cancel(items));
    }

    @Override
    public void retry(Collection<Long> items) {
        update(() -> state.commands().retry(items));
        link.retryOutside(items);
    }

    @Override
    public void retryFailed() {
        update(() -> state.commands().retryFailed());
    }

    @Override
    public void move(Collection<Long> items, Place place) {
        update(() -> state.commands().move(items, place));
    }

    @Override
    public void pauseServers(Collection<Long> items) {
        change(() -> state.commands().pauseServers(items));
    }

    @Override
    public void resumeServers(Collection<Long> items) {
        update(() -> state.commands().resumeServers(items));
    }

    @Override
    public void hold(Collection<HeldServer> servers) {
        update(() -> state.commands().hold(servers));
    }

    @Override
    public void release(Collection<HeldServer> servers) {
        update(() -> state.commands().release(servers));
    }

    @Override
    public void prioritise(Collection<Long> items, Priority priority) {
        update(() -> state.commands().prioritise(items, priority));
    }

    @Override
    public void setMode(QueueMode mode) {
        update(() -> state.scheduler().mode(mode));
    }

    @Override
    public void removeFinished() {
        update(() -> state.commands().removeFinished());
    }

    @Override
    public void pauseAll() {
        change(() -> state.hold(null));
    }

    @Override
    public void resumeAll() {
        update(() -> state.release());
    }

    @Override
    public List<Conflict> conflicts() {
        synchronized (lock) {
            return state.conflicts();
        }
    }

    @Override
    public void decide(Collection<Long> items, Decision decision) {
        update(() -> state.commands().decide(items, decision));
    }

    @Override
    public void limitSpeed(SpeedPlan plan) {
        speed.follow(plan);
    }

    @Override
    public QueueSnapshot snapshot() {
        synchronized (lock) {
            return state.snapshot();
        }
    }

    @Override
    public QueueSnapshot overview() {
        synchronized (lock) {
            return state.overview();
        }
    }

    @Override
    public CompletionStage<List<TransferItem>> children(long folder, long after, int limit) {
        return link.children(folder, after, limit);
    }

    @Override
    public CompletionStage<List<TransferItem>> failed(long after, int limit) {
        return link.failed(after, limit);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void onFinished(Consumer<List<TransferItem>> listener) {
        synchronized (lock) {
            finishedListener = listener;
            state.tellFinished();
        }
    }

    @Override
    public void close() {
        List<Attempt> running;
        synchronized (lock) {
            closed = true;
            state.hold(null);
            running = state.running();
        }
        running.forEach(Attempt::stop);
        if (journal.isKept()) {
            end().awaitStopped();
        }
        pool.close();
        journal.close();
    }

    private void update(Runnable work) {
        change(() -> {
            work.run();
            return List.of();
        });
    }

    /** Makes a change, stops what it stops, and starts what can be started then. */
    private void change(Change change) {
        List<Attempt> stopped;
        synchronized (lock) {
            if (closed) {
                return;
            }
            stopped = new ArrayList<>(change.make());
            stopped.addAll(state.review());
            startAll();
            List<TransferItem> finished = state.takeFinished();
            if (!finished.isEmpty()) {
                finishedListener.accept(finished);
            }
        }
        stopped.forEach(Attempt::stop);
        logins.ask();
        link.afterChange();
        listeners.forEach(Runnable::run);
    }

    private void startAll() {
        Attempt next = state.next();
        while (next != null) {
            Attempt attempt = next;
            outside.threads().execute(() -> work(attempt));
            next = state.next();
        }
        moreWaits = state.isMoreStartable();
        wakeup.after(state.untilNext(), this::wake);
    }

    private void wake() {
        update(() -> wakeup.woken());
    }

    private void work(Attempt attempt) {
        Outcome outcome = run(attempt);
        outside.threads().finish(() -> finish(attempt, outcome));
    }

    private Outcome run(Attempt attempt) {
        ConnectionSettings settings = attempt.request().connection();
        try {
            if (!link.mayWrite(attempt)) {
                return new Outcome.Busy();
            }
            limits.before(attempt);
            link.tellKnown(attempt);
            WorkerConnection connection = pool.borrow(settings);
            connection.expectAnother(() -> moreWaits);
            new AttemptTies(link, speed, notice -> update(() -> state.notice(notice))).tie(attempt);
            attempt.attach(connection);
            Outcome outcome = worker.run(attempt, connection, children -> found(attempt, children));
            attempt.attach(null);
            pool.giveBack(settings, connection);
            if (outcome instanceof Outcome.Broken broken) {
                LOG.log(Level.DEBUG, () -> "attempt at " + attempt.request().remote() + " ended", broken.failure());
                pool.makeRoomAfter(broken.failure(), settings);
            }
            return outcome;
        } catch (RuntimeException | Error e) {
            // Whatever it is, an item must not run for ever.
            return new Outcome.Broken(e, false);
        }
    }

    private void finish(Attempt attempt, Outcome outcome) {
        synchronized (lock) {
            if (closed) {
                state.finish(attempt, outcome);
                lock.notifyAll();
                return;
            }
        }
        update(() -> state.finish(attempt, outcome));
        limits.after(attempt);
    }

    private void found(Attempt attempt, List<Child> children) {
        update(() -> state.found(attempt, children));
        link.awaitRoom(attempt);
    }

    private void progressed() {
        if (rhythm.isDue()) {
            link.progressed();
            listeners.forEach(Runnable::run);
        }
    }

    /** Something done under the lock; results in the attempts that have to be stopped after it. */
    @FunctionalInterface
    private interface Change {
        List<Attempt> make();
    }
}
