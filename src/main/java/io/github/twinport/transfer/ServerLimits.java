// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many connections each server has let us have. A refusal lowers the number to what was open then; every five
 * minutes one more is tried. What was learnt is handed out for later runs of the program. A server that refuses even the only one is left alone for a while, longer each time.
 * Guarded by the queue's lock.
 */
final class ServerLimits {

    private static final long RAISED_AFTER = Duration.ofMinutes(5).toNanos();
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(20).toNanos();

    private record Limit(int connections, long since) {}

    /** Refusals while we had no connection at all. */
    private record Closed(long since, int refusals, long until) {}

    private final BackOff backOff;
    private final Map<ServerKey, Limit> limits = new HashMap<>();
    private final Map<ServerKey, Closed> closed = new HashMap<>();
    private final Set<ServerKey> asked = new HashSet<>();
    private final Set<ServerKey> unanswered = new HashSet<>();

    /** What was known before connections could not be opened, where it is not sure that there were too many. */
    private final Map<ServerKey, Optional<Limit>> suspected = new HashMap<>();

    private final Map<ServerKey, Integer> learnt = new HashMap<>();

    ServerLimits(BackOff backOff) {
        this.backOff = backOff;
    }

    /** Whether nobody has asked yet what earlier runs have learnt; until it is {@link #known} one connection is enough. */
    boolean ask(ServerKey server) {
        boolean first = asked.add(server);
        if (first) {
            unanswered.add(server);
        }
        return first;
    }

    /** Takes what earlier runs have learnt, if anything. */
    void known(ServerKey server, OptionalInt connections, long now) {
        unanswered.remove(server);
        if (connections.isPresent()) {
            limits.putIfAbsent(server, new Limit(Math.max(1, connections.getAsInt()), now));
        }
    }

    /** Takes what later runs should know, if there is anything new. */
    OptionalInt takeLearnt(ServerKey server) {
        Integer connections = learnt.remove(server);
        return connections == null ? OptionalInt.empty() : OptionalInt.of(connections);
    }

    /**
     * Learns that one more than the given number of connections was too many.
     *
     * @return false when the server has let us have none at all for two minutes
     */
    boolean tooMany(ServerKey server, int open, long now) {
        limits.put(server, new Limit(Math.max(1, open), now));
        if (open > 0) {
            learnt.put(server, open);
            return true;
        }
        Closed before = closed.get(server);
        // Who has not asked for a long time does not know whether the server was closed all the while.
        boolean again = before != null && now - before.until < PATIENCE;
        long since = before != null && again ? before.since : now;
        int refusals = before != null && again ? before.refusals + 1 : 1;
        long pause = Math.min(LONGEST_PAUSE, backOff.afterFailures(refusals));
        closed.put(server, new Closed(since, refusals, now + pause));
        return now - since < PATIENCE;
    }

    /**
     * Learns that one more than the given number of connections could not be opened. It is kept for later runs only when
     * the server goes on with the others.
     */
    void suspect(ServerKey server, int open, long now) {
        Limit before = limits.put(server, new Limit(Math.max(1, open), now));
        suspected.putIfAbsent(server, Optional.ofNullable(before));
    }

    /** Learns that a server's other connections are broken too: it was gone, so that nothing is known of a limit. */
    void gone(ServerKey server) {
        Optional<Limit> before = suspected.remove(server);
        if (before != null) {
            limits.remove(server);
            before.ifPresent(limit -> limits.put(server, limit));
        }
    }

    /** Learns that the server has let us have a number of connections at once. */
    void accepted(ServerKey server, int open, long now) {
        closed.remove(server);
        Limit limit = limits.get(server);
        if (limit != null && suspected.remove(server) != null) {
            learnt.put(server, limit.connections);
        }
        if (limit != null && open > limit.connections) {
            limits.put(server, new Limit(open, now));
            learnt.put(server, open);
        }
    }

    /** The number of connections that may be open to a server now. */
    int of(ServerKey server, long now) {
        Closed refused = closed.get(server);
        if (isPause(refused, now)) {
            return 0;
        }
        if (unanswered.contains(server)) {
            return 1;
        }
        Limit limit = limits.get(server);
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        long raised = limit.connections + (now - limit.since) / RAISED_AFTER;
        return (int) Math.min(Integer.MAX_VALUE, raised);
    }

    /** How long until a server that is left alone can be asked again, in nanoseconds, or {@link Long#MAX_VALUE}. */
    long untilNext(long now) {
        return closed.values().stream()
                .filter(refused -> isPause(refused, now))
                .mapToLong(refused -> refused.until - now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isPause(@Nullable Closed refused, long now) {
        return refused != null && refused.until - now > 0;
    }
}
