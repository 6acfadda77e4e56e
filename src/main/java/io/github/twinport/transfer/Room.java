// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a server, or the disk here, has no room at all or only none for one file. One that was refused waits
 * until the smallest of the others has been tried: if that has room the refusal was not everybody's. What was refused
 * while others had some of the room is tried once more in the end, the smallest first and alone. Guarded by the queue's
 * lock.
 */
final class Room {

    /** A place where nothing more fits, and the files for which it had no room. */
    record Full(List<Refused> refused) {

        /** The file that was refused first. */
        Refused first() {
            return refused.getFirst();
        }
    }

    /**
     * A file for which there was no room.
     *
     * @param alone whether no other file had taken some of the room for a while then
     */
    record Refused(Node node, Throwable failure, boolean alone) {}

    /** What is not known yet about one place. */
    private static final class Doubt {
        final List<Refused> refused = new ArrayList<>();

        /** What was refused before another file had room, for another try in the end. */
        final List<Refused> parked = new ArrayList<>();

        @Nullable
        Node probe;

        /** Whether nothing but the probe may begin. */
        boolean held;

        /** Whether the probe is tried when nothing else takes room. */
        boolean alone;

        /** Whether the probe was refused before, so that this is the last try. */
        boolean last;

        /** Whether another file has had room since. */
        boolean found;
    }

    /** All downloads go to disks of this computer. */
    private static final Object HERE = "here";

    private final Rows rows;
    private final Scheduler scheduler;
    private final Failures failures;
    private final Map<Object, Doubt> doubts = new LinkedHashMap<>();
    private List<Refused> lastRefused = List.of();

    Room(Rows rows, Scheduler scheduler, Failures failures) {
        this.rows = rows;
        this.scheduler = scheduler;
        this.failures = failures;
        scheduler.beginWhere(top -> !isHeld(top));
    }

    /** Whether a failure says that there is no room. */
    static boolean isMissing(Node node, Outcome outcome) {
        return outcome instanceof Outcome.Broken broken
                && (broken.diskFull()
                        || (node.request().direction() == Direction.UPLOAD && ServerFull.isMeantBy(broken.failure())));
    }

    /** The files that were refused by the place that turned out to be full the last time. */
    List<Refused> lastRefused() {
        return lastRefused;
    }

    /** Lets a file wait that was refused; {@link #review} has the next word. */
    void refused(Node node, Throwable failure) {
        Object place = place(node);
        rows.change(node, Status.WAITING);
        rows.startable(node, false);
        Doubt known = doubts.get(place);
        // What was begun before others gave their room back was not alone, although it may have ended after them.
        boolean alone = known == null ? !isRunning(place) : known.alone && known.probe == node;
        Doubt doubt = known == null ? new Doubt() : known;
        doubts.put(place, doubt);
        doubt.parked.removeIf(parked -> parked.node() == node);
        doubt.refused.add(new Refused(node, failure, alone));
    }

    /** Looks what has become of the files that were tried; the places that turn out to be full. */
    List<Full> review() {
        if (doubts.isEmpty()) {
            return List.of();
        }
        List<Full> full = new ArrayList<>();
        for (Object place : List.copyOf(doubts.keySet())) {
            Doubt doubt = doubts.get(place);
            if (doubt != null) {
                doubt.refused.removeIf(refused -> !isWaiting(refused.node()));
                doubt.parked.removeIf(parked -> !isWaiting(parked.node()) && parked.node() != doubt.probe);
                review(place, doubt).ifPresent(full::add);
            }
        }
        return full;
    }

    private Optional<Full> review(Object place, Doubt doubt) {
        Node probe = doubt.probe;
        if (probe != null && isOnItsWay(probe)) {
            return Optional.empty();
        }
        boolean refused = probe != null && isRefused(doubt, probe);
        if (refused && doubt.last) {
            return endAll(place, doubt);
        }
        if (refused && isAlone(doubt, probe)) {
            return full(place, doubt);
        }
        if (probe != null) {
            forgetProbe(doubt);
            doubt.parked.removeIf(parked -> parked.node() == probe);
            doubt.alone = refused;
            if (probe.status == Status.DONE) {
                doubt.found = true;
                park(doubt);
            }
        }
        if (!doubt.refused.isEmpty()) {
            return choose(place, doubt);
        } else if (doubt.parked.isEmpty()) {
            doubts.remove(place);
        } else if (isIdle(place, doubt)) {
            return tryAgain(place, doubt);
        }
        return Optional.empty();
    }

    private static boolean isRefused(Doubt doubt, Node node) {
        return doubt.refused.stream().anyMatch(each -> each.node() == node);
    }

    private static boolean isAlone(Doubt doubt, @Nullable Node probe) {
        return doubt.refused.stream().anyMatch(each -> each.node() == probe && each.alone());
    }

    /** Takes the next file to try, after what was refused has made the room free that it has taken. */
    private Optional<Full> choose(Object place, Doubt doubt) {
        Node next = smallest(place, node -> node.startable);
        boolean othersRun = isRunning(place);
        if (next == null && !othersRun) {
            doubt.held = false;
            // What is found in a folder, or read from the journal, can be tried.
            if (isMore(place)) {
                return Optional.empty();
            }
            park(doubt);
            return tryAgain(place, doubt);
        }
        doubt.held = isClearing(doubt) || (doubt.alone && othersRun);
        doubt.alone |= !othersRun;
        if (doubt.held) {
            return Optional.empty();
        }
        // What was refused beside others may be smaller than all that was not tried.
        Node probe = doubt.alone
                ? smallest(place, node -> node.startable || isRefused(doubt, node))
                : next != null ? next : smallest(place, node -> node.status == Status.RUNNING);
        if (probe != null) {
            doubt.probe = probe;
            if (doubt.alone) {
                rows.startable(probe, true);
            }
            doubt.held = doubt.alone;
            scheduler.prefer(probe);
        }
        return Optional.empty();
    }

    private void park(Doubt doubt) {
        doubt.parked.addAll(doubt.refused);
        doubt.refused.clear();
        isClearing(doubt);
    }

    /** Tries the smallest of what was refused when nothing else is there any more; if that has no room none has. */
    private Optional<Full> tryAgain(Object place, Doubt doubt) {
        Refused smallest = doubt.parked.stream()
                .min(Comparator.comparingLong(parked -> size(parked.node())))
                .orElseThrow();
        if (smallest.alone()) {
            return endAll(place, doubt);
        }
        doubt.alone = true;
        doubt.held = true;
        if (!isClearing(doubt)) {
            doubt.last = true;
            doubt.probe = smallest.node();
            rows.startable(smallest.node(), true);
            scheduler.prefer(smallest.node());
        }
        return Optional.empty();
    }

    /** The refusals are the files' own where another one had room, or where there is no other to tell. */
    private Optional<Full> endAll(Object place, Doubt doubt) {
        if (!doubt.found && doubt.refused.size() + doubt.parked.size() > 1) {
            return full(place, doubt);
        }
        end(place, doubt);
        park(doubt);
        doubt.parked.forEach(refused -> failures.end(refused.node(), refused.failure()));
        return Optional.empty();
    }

    /** Whether nothing may begin at a place, because what was refused there is being removed or tried alone. */
    private boolean isHeld(Node top) {
        Doubt doubt = doubts.isEmpty() ? null : doubts.get(place(top));
        return doubt != null && doubt.held;
    }

    /** Has all that was refused give its room back; whether some of it has still to. */
    private boolean isClearing(Doubt doubt) {
        boolean clearing = false;
        for (List<Refused> all : List.of(doubt.refused, doubt.parked)) {
            for (Refused refused : all) {
                clearing |= mustWaitFor(refused.node());
            }
        }
        return clearing;
    }

    /** Whether what a file has taken of the room is being given back. */
    private boolean mustWaitFor(Node node) {
        if (node.attempt == null && node.partial() != null && !scheduler.isRemoving(node) && node.removals == 0) {
            scheduler.remove(node);
        }
        return node.attempt != null || scheduler.isRemoving(node);
    }

    private Optional<Full> full(Object place, Doubt doubt) {
        end(place, doubt);
        List<Refused> all = new ArrayList<>(doubt.refused);
        all.addAll(doubt.parked);
        lastRefused = List.copyOf(all);
        lastRefused.forEach(refused -> rows.startable(refused.node(), true));
        return Optional.of(new Full(lastRefused));
    }

    private void end(Object place, Doubt doubt) {
        forgetProbe(doubt);
        doubts.remove(place);
    }

    private void forgetProbe(Doubt doubt) {
        scheduler.preferNoMore(doubt.probe);
        doubt.probe = null;
        doubt.held = false;
        doubt.last = false;
    }

    private boolean isRunning(Object place) {
        return scheduler.running().stream()
                .anyMatch(attempt ->
                        !attempt.node().isFolder() && place(attempt.node()).equals(place));
    }

    private boolean isMore(Object place) {
        return nodes(place).stream().anyMatch(node -> isOnItsWay(node) || (node.isFolder() && node.outsideBelow() > 0));
    }

    /** Whether nothing is left at a place but what was refused there. */
    private boolean isIdle(Object place, Doubt doubt) {
        int left = 0;
        for (Node top : rows.top()) {
            if (place(top).equals(place)) {
                Counts counts = top.counts();
                left += counts != null
                        ? counts.both(Status.WAITING) + counts.both(Status.RUNNING)
                        : top.status == Status.WAITING || top.status == Status.RUNNING ? 1 : 0;
            }
        }
        return left == doubt.parked.size();
    }

    private @Nullable Node smallest(Object place, Predicate<Node> wanted) {
        return nodes(place).stream()
                .filter(node -> !node.isFolder() && wanted.test(node))
                .min(Comparator.comparingLong(Room::size))
                .orElse(null);
    }

    private Collection<Node> nodes(Object place) {
        List<Node> nodes = new ArrayList<>();
        rows.top().stream().filter(top -> place(top).equals(place)).forEach(top -> rows.forAll(top, nodes::add));
        return nodes;
    }

    /** Whether a row will be done without anybody's help; one that was refused will not. */
    private boolean isOnItsWay(Node node) {
        return rows.find(node.id()) == node
                && (node.status == Status.RUNNING
                        || (node.status == Status.WAITING && (node.startable || node.delay != 0)));
    }

    private boolean isWaiting(Node node) {
        return rows.find(node.id()) == node && node.status == Status.WAITING && !node.startable;
    }

    private static long size(Node node) {
        long size = node.source().size();
        return size == Entry.UNKNOWN_SIZE ? Long.MAX_VALUE : size;
    }

    private static Object place(Node node) {
        return node.request().direction() == Direction.UPLOAD ? HeldServer.of(node.request()) : HERE;
    }
}
