// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Rows that wait for a point in time. Guarded by the queue's lock. */
final class Delayed {

    private record Wait(long until, long ticket, Node node) {
        boolean isAwaited() {
            return node.delay == ticket && node.status == Status.WAITING;
        }
    }

    // By difference, because the clock's numbers may pass the largest long.
    private final PriorityQueue<Wait> waits = new PriorityQueue<>(
            ((Comparator<Wait>) (one, other) -> Long.signum(one.until - other.until)).thenComparingLong(Wait::ticket));

    private long lastTicket;

    /** Lets a row wait until the given time. */
    void add(Node node, long until) {
        node.delay = ++lastTicket;
        waits.add(new Wait(until, node.delay, node));
    }

    /** Takes a row whose time has come, null if there is none. */
    @Nullable
    Node due(long now) {
        Wait first = first();
        if (first == null || first.until - now > 0) {
            return null;
        }
        waits.remove();
        return first.node;
    }

    /** How long until the next row's time comes, in nanoseconds, or {@link Long#MAX_VALUE}. */
    long untilNext(long now) {
        Wait first = first();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.until - now);
    }

    private @Nullable Wait first() {
        while (!waits.isEmpty() && !waits.element().isAwaited()) {
            waits.remove();
        }
        return waits.peek();
    }
}
