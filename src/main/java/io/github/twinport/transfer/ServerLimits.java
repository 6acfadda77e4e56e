// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How many connections each server has let us have. A refusal lowers the number to what was open then; every five
 * minutes one more is tried. Guarded by the queue's lock.
 */
final class ServerLimits {

    private static final long RAISED_AFTER = Duration.ofMinutes(5).toNanos();

    private record Limit(int connections, long since) {}

    private final Map<ServerKey, Limit> limits = new HashMap<>();

    /** Learns that one more than the given number of connections was too many. */
    void tooMany(ServerKey server, int open, long now) {
        limits.put(server, new Limit(Math.max(1, open), now));
    }

    /** The number of connections that may be open to a server now. */
    int of(ServerKey server, long now) {
        Limit limit = limits.get(server);
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        long raised = limit.connections + (now - limit.since) / RAISED_AFTER;
        return (int) Math.min(Integer.MAX_VALUE, raised);
    }
}
