// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A limit for some hours of some days. Immutable; any thread.
 *
 * @param days the days on which it begins
 * @param from when it begins
 * @param to when it ends; not after {@code from} means on the next day
 * @param limit what holds then
 */
public record SpeedRule(Set<DayOfWeek> days, LocalTime from, LocalTime to, SpeedLimit limit) {

    /** Keeps its own copy. */
    public SpeedRule {
        days = Set.copyOf(days);
    }

    /** Whether it holds at a time of the user's zone. */
    public boolean holdsAt(LocalDateTime time) {
        boolean begun = !time.toLocalTime().isBefore(from);
        boolean before = time.toLocalTime().isBefore(to);
        if (from.isBefore(to)) {
            return days.contains(time.getDayOfWeek()) && begun && before;
        }
        return (days.contains(time.getDayOfWeek()) && begun)
                || (days.contains(time.getDayOfWeek().minus(1)) && before);
    }

    String text() {
        return new TreeSet<>(days).stream().map(DayOfWeek::name).collect(Collectors.joining(",")) + " " + from + " "
                + to + " " + limit.text();
    }

    static SpeedRule of(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(text);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(parts[0].split(",", -1))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .forEach(days::add);
        return new SpeedRule(days, LocalTime.parse(parts[1]), LocalTime.parse(parts[2]), SpeedLimit.of(parts[3]));
    }
}
