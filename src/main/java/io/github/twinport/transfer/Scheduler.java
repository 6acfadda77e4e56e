// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is done next: in order from top to bottom, as many at once as there are workers and as each server takes.
 * Guarded by the queue's lock.
 */
final class Scheduler {

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
    private boolean paused;

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
        if (running.size() >= growth.workers()) {
            return null;
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
        rows.change(node, Status.RUNNING);
        return begin(node, node.isFolder() ? Attempt.Work.LIST : Attempt.Work.TRANSFER);
    }

    /** Gives a worker back. */
    void ended(Attempt attempt) {
        running.remove(attempt);
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

    /** Takes note that an item is done. */
    void done() {
        growth.done();
    }

    /** Learns that a server has let us in. */
    void accepted(ServerKey server) {
        limits.accepted(server);
    }

    /** Has the temporary file of a cancelled row removed. */
    void remove(Node node) {
        removals.add(node);
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

    private @Nullable Node first(long now) {
        Node node = pick.first(top -> top.login == null && hasRoom(top.request(), now));
        portions.feed(pick.hungry());
        portions.feed(node == null ? null : node.parent());
        return node;
    }

    private boolean hasRoom(TransferRequest request, long now) {
        ServerKey server = ServerKey.of(request);
        int most = request.rules().connections();
        int allowed = limits.of(server, now);
        return connections(server) < (most == 0 ? allowed : Math.min(most, allowed));
    }

    private Attempt begin(Node node, Attempt.Work work) {
        Flow flow = new Flow(rows.parentFlow(node.parent()), nanoTime, node.isFolder() ? 0 : node.moved());
        Attempt attempt = new Attempt(node, work, flow, onProgress);
        node.attempt = attempt;
        running.add(attempt);
        connections.merge(ServerKey.of(node.request()), 1, Integer::sum);
        return attempt;
    }
}
