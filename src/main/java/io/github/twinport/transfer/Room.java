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
 * until the smallest of the others has been tried: if that has room the refusal was the file's own. Guarded by the
 * queue's lock.
 */
final class Room {

    /** A place where nothing more fits, and the files for which it had no room. */
    record Full(List<Refused> refused) {

        /** The file that was refused first. */
        Refused first() {
            return refused.getFirst();
        }
    }

    /** A file for which there was no room. */
    record Refused(Node node, Throwable failure) {}

    /** What is not known yet about one place. */
    private static final class Doubt {
        final List<Refused> refused = new ArrayList<>();

        @Nullable
        Node probe;

        /** Whether what was refused still has some of the room. */
        boolean clearing;
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
        scheduler.beginWhere(top -> !isClearing(top));
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
        rows.change(node, Status.WAITING);
        rows.startable(node, false);
        doubts.computeIfAbsent(place(node), key -> new Doubt()).refused.add(new Refused(node, failure));
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
                review(place, doubt).ifPresent(full::add);
            }
        }
        return full;
    }

    private Optional<Full> review(Object place, Doubt doubt) {
        Node probe = doubt.probe;
        if (doubt.refused.isEmpty()) {
            end(place, doubt);
        } else if (probe != null && probe.status == Status.DONE) {
            end(place, doubt);
            doubt.refused.forEach(refused -> failures.end(refused.node(), refused.failure()));
        } else if (doubt.refused.stream().anyMatch(refused -> refused.node() == probe)) {
            return full(place, doubt);
        } else if (probe == null || !isOnItsWay(probe)) {
            return choose(place, doubt);
        }
        return Optional.empty();
    }

    /** Takes the next file to try, after what was refused has made the room free that it has taken. */
    private Optional<Full> choose(Object place, Doubt doubt) {
        scheduler.preferNoMore(doubt.probe);
        doubt.probe = null;
        Node next = smallest(place, node -> node.startable);
        Node probe = next != null ? next : smallest(place, node -> node.status == Status.RUNNING);
        if (probe == null) {
            withoutProbe(place, doubt);
            return Optional.empty();
        }
        doubt.clearing = false;
        for (Refused refused : doubt.refused) {
            doubt.clearing |= mustWaitFor(refused.node());
        }
        if (!doubt.clearing) {
            doubt.probe = probe;
            scheduler.prefer(probe);
        }
        return Optional.empty();
    }

    private void withoutProbe(Object place, Doubt doubt) {
        // What is found in a folder, or read from the journal, can be tried.
        boolean more = nodes(place).stream()
                .anyMatch(node -> node.isFolder() && (isOnItsWay(node) || node.outsideBelow() > 0));
        if (!more) {
            end(place, doubt);
            doubt.refused.forEach(refused -> failures.end(refused.node(), refused.failure()));
        }
    }

    /** Whether nothing may begin at a place, because what was refused there is being removed. */
    private boolean isClearing(Node top) {
        Doubt doubt = doubts.isEmpty() ? null : doubts.get(place(top));
        return doubt != null && doubt.clearing;
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
        lastRefused = List.copyOf(doubt.refused);
        doubt.refused.forEach(refused -> rows.startable(refused.node(), true));
        return Optional.of(new Full(lastRefused));
    }

    private void end(Object place, Doubt doubt) {
        scheduler.preferNoMore(doubt.probe);
        doubts.remove(place);
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
