// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ServerProfiles;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is done next: in order from top to bottom, as many at once as there are workers and as each server takes.
 * Guarded by the queue's lock.
 */
final class Scheduler {

    /** With as many rows waiting there is no hurry to find more. */
    private static final int FAR_AHEAD = 20_000;

    private final Rows rows;
    private final Pick pick;
    private final Portions portions;
    private final Delayed delayed = new Delayed();
    private final ServerLimits limits;
    private final Deque<Node> removals = new ArrayDeque<>();
    private final Set<Attempt> running = new LinkedHashSet<>();
    private final Map<ServerKey, Integer> connections = new HashMap<>();
    private final LongSupplier nanoTime;
    private final Runnable onProgress;
    private Growth growth;
    private QueueOrder order = QueueOrder.LISTED;
    private QueueMode mode = QueueMode.PARALLEL;
    private boolean paused;

    /** Where something new may begin. */
    private Predicate<Node> open = top -> true;

    /** Files that come before all others, whatever the order. */
    private final Set<Node> preferred = new LinkedHashSet<>();

    /** Lists a folder although all workers are busy; null for none. */
    private @Nullable Attempt ahead;

    Scheduler(Rows rows, Portions portions, LongSupplier nanoTime, BackOff backOff, int workers, Runnable onProgress) {
        this.rows = rows;
        this.portions = portions;
        pick = new Pick(rows);
        limits = new ServerLimits(backOff);
        this.nanoTime = nanoTime;
        growth = Growth.of(workers);
        this.onProgress = onProgress;
    }

    /** What runs now. */
    Collection<Attempt> running() {
        return running;
    }

    void workers(int count) {
        growth = Growth.of(count);
    }

    void order(QueueOrder changed) {
        order = changed;
    }

    /** How many files of one server may be on their way at once. */
    void mode(QueueMode changed) {
        mode = changed;
    }

    boolean isPaused() {
        return paused;
    }

    /** Whether nothing new is started. */
    void paused(boolean on) {
        paused = on;
    }

    /** Takes the next piece of work, which counts as running from now on; null when there is none for now. */
    @Nullable
    Attempt next() {
        long now = nanoTime.getAsLong();
        for (Node due = delayed.due(now); due != null; due = delayed.due(now)) {
            rows.startable(due, true);
        }
        if (!paused) {
            growth.look(
                    now,
                    rows.flow().moved(),
                    rows.counts().startable() + rows.counts().outside());
        }
        if (running.size() - (ahead == null ? 0 : 1) >= growth.workers()) {
            return listAhead(now);
        }
        for (Node node : removals) {
            if (!OpenLogins.isLocked(node) && hasRoom(node.request(), now)) {
                removals.remove(node);
                return begin(node, Attempt.Work.REMOVE);
            }
        }
        Node node = paused ? null : first(now);
        if (node == null) {
            return null;
        }
        return begin(node);
    }

    /** Gives a worker back. */
    void ended(Attempt attempt) {
        running.remove(attempt);
        ahead = attempt.equals(ahead) ? null : ahead;
        connections.merge(ServerKey.of(attempt.node().request()), -1, Integer::sum);
        attempt.node().attempt = null;
    }

    /** How many connections of workers to a server are in use. */
    int connections(ServerKey server) {
        return connections.getOrDefault(server, 0);
    }

    /** Lets a waiting row wait for some nanoseconds more. */
    void delay(Node node, long nanos) {
        rows.startable(node, false);
        delayed.add(node, nanoTime.getAsLong() + nanos);
    }

    /**
     * Learns that a server refused a connection beyond those in use.
     *
     * @return whether it is worth while to go on asking
     */
    boolean tooMany(ServerKey server) {
        return limits.tooMany(server, connections(server), nanoTime.getAsLong());
    }

    /** Learns that a server could not be connected to beyond the connections in use. */
    void perhapsTooMany(ServerKey server) {
        limits.suspect(server, connections(server), nanoTime.getAsLong());
    }

    /** Learns that a server's connections are broken. */
    void gone(ServerKey server) {
        limits.gone(server);
    }

    /** Takes note that an item is done. */
    void done() {
        growth.done();
    }

    /** Learns that a server has let one more in than are in use now. */
    void accepted(ServerKey server) {
        limits.accepted(server, connections(server) + 1, nanoTime.getAsLong());
    }

    /** Learns how many connections a server has let earlier runs have. */
    void known(ServerKey server, OptionalInt connections) {
        limits.known(server, connections, nanoTime.getAsLong());
    }

    /** Takes what was learnt about a server since the last call and later runs should know. */
    OptionalInt takeLearnt(ServerKey server) {
        return limits.takeLearnt(server);
    }

    /** Has the temporary file of a cancelled row removed. */
    void remove(Node node) {
        removals.add(node);
    }

    /** Lets new rows begin only below what the user asked for that the test lets pass. */
    void beginWhere(Predicate<Node> test) {
        open = test;
    }

    /** Lets a file come before all others. */
    void prefer(Node node) {
        preferred.add(node);
    }

    /** Takes {@link #prefer} back. */
    void preferNoMore(@Nullable Node node) {
        preferred.remove(node);
    }

    /** Whether a row's temporary file waits to be removed. */
    boolean isRemoving(Node node) {
        return removals.contains(node);
    }

    /** Whether temporary files wait to be removed. */
    boolean isRemoving() {
        return !removals.isEmpty();
    }

    /** Keeps the temporary file after all, because the row goes on. */
    void keep(Node node) {
        removals.remove(node);
    }

    /** How long until a row or a server that waits can be tried, in nanoseconds; {@link Long#MAX_VALUE} for none. */
    long untilNext() {
        long now = nanoTime.getAsLong();
        return Math.min(delayed.untilNext(now), limits.untilNext(now));
    }

    /**
     * Lists on a connection more than there are workers, so that they find the next folder's files when they are done with
     * this one's. Not where somebody has said how many connections there are.
     */
    private @Nullable Attempt listAhead(long now) {
        boolean listing = running.stream().anyMatch(attempt -> attempt.work() == Attempt.Work.LIST);
        if (paused || listing || growth.isFixed() || rows.counts().startable() >= FAR_AHEAD) {
            return null;
        }
        Node folder = pick(Choice.FOLDER, now);
        ahead = folder == null ? null : begin(folder);
        return ahead;
    }

    private @Nullable Node first(long now) {
        for (Node node : preferred) {
            if (node.startable && node.top().login == null && hasRoom(node.request(), now)) {
                return node;
            }
        }
        Node node = search(Choice.ANY, now);
        boolean yields =
                node != null && (order == QueueOrder.SMALL_FIRST || (node.large && isLastPlace(node.request(), now)));
        Node small = yields ? search(Choice.SMALL, now) : null;
        // Not even a small file comes before one of higher priority.
        return node != null && small != null && small.top().priority == node.top().priority ? small : node;
    }

    /** Whether large files have all places but one, of the workers or on a server. */
    private boolean isLastPlace(TransferRequest request, long now) {
        ServerKey server = ServerKey.of(request);
        int all = 0;
        int there = 0;
        for (Attempt attempt : running) {
            if (attempt.work() == Attempt.Work.TRANSFER && attempt.node().large) {
                all++;
                there += ServerKey.of(attempt.node().request()).equals(server) ? 1 : 0;
            }
        }
        return isLastPlace(all, growth.workers()) || isLastPlace(there, places(request, now));
    }

    private static boolean isLastPlace(int taken, int places) {
        return places > 1 && taken >= places - 1;
    }

    private @Nullable Node search(Choice choice, long now) {
        Node node = pick(choice, now);
        portions.feed(pick.hungry());
        portions.feed(node == null ? null : node.parent());
        return node;
    }

    private @Nullable Node pick(Choice choice, long now) {
        return pick.first(choice, top -> top.login == null && open.test(top) && hasRoom(top.request(), now));
    }

    private Attempt begin(Node node) {
        rows.change(node, Status.RUNNING);
        return begin(node, node.isFolder() ? Attempt.Work.LIST : Attempt.Work.TRANSFER);
    }

    private boolean hasRoom(TransferRequest request, long now) {
        return connections(ServerKey.of(request)) < places(request, now);
    }

    /** How many connections may be open to a request's server now. */
    private int places(TransferRequest request, long now) {
        int most = request.rules().connections();
        int allowed = limits.of(ServerKey.of(request), now);
        int taken = mode == QueueMode.IN_ORDER ? Math.min(1, allowed) : allowed;
        return most == 0 ? taken : Math.min(most, taken);
    }

    private Attempt begin(Node node, Attempt.Work work) {
        Flow flow = new Flow(rows.parentFlow(node.parent()), nanoTime, node.isFolder() ? 0 : node.moved());
        Attempt attempt = new Attempt(node, work, flow, onProgress);
        attempt.asksForLimit = !node.request().connection().options().profiles().equals(ServerProfiles.NONE)
                && limits.ask(ServerKey.of(node.request()));
        node.attempt = attempt;
        running.add(attempt);
        connections.merge(ServerKey.of(node.request()), 1, Integer::sum);
        return attempt;
    }
}
