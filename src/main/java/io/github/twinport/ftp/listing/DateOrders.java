// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of day, month and year, found out from all the dates of a listing: an order in which one of them is no date
 * is not the server's. Where several orders are left at the end, the one with the fewest dates in the future counts.
 */
final class DateOrders {

    private final Instant tomorrow;
    private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    private final Map<DateOrder, Integer> future = new EnumMap<>(DateOrder.class);

    DateOrders(Instant tomorrow) {
        this.tomorrow = tomorrow;
    }

    /** Learns from a date; one that fits none of the orders left teaches nothing. */
    void note(OpenDate date) {
        Set<DateOrder> fitting = EnumSet.noneOf(DateOrder.class);
        for (DateOrder order : possible) {
            Timestamp time = date.in(order);
            if (time != null) {
                fitting.add(order);
                if (time.instant().isAfter(tomorrow)) {
                    future.merge(order, 1, Integer::sum);
                }
            }
        }
        if (!fitting.isEmpty()) {
            possible.retainAll(fitting);
        }
    }

    boolean isDecided() {
        return possible.size() == 1;
    }

    /** Decides with what is known. */
    void decide() {
        DateOrder best = possible.stream()
                .min(Comparator.comparingInt(order -> future.getOrDefault(order, 0)))
                .orElse(DateOrder.MONTH_FIRST);
        possible.retainAll(EnumSet.of(best));
    }

    /** The time in the decided order; of a date that has none in it, its only one, or null if it has several. */
    @Nullable
    Timestamp of(OpenDate date) {
        for (DateOrder order : possible) {
            Timestamp time = date.in(order);
            if (time != null) {
                return time;
            }
        }
        Timestamp only = null;
        for (DateOrder order : DateOrder.values()) {
            Timestamp time = date.in(order);
            if (time != null && only != null) {
                return null;
            }
            only = time == null ? only : time;
        }
        return only;
    }
}
