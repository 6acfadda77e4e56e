// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.transfer.rules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the user can do with rows; a command on a folder is for all it holds. Guarded by the queue's lock. */
final class Commands {

    private final Rows rows;
    private final Scheduler scheduler;
    private final Questions questions;
    private final Portions portions;
    private final HeldServers servers;

    Commands(Rows rows, Portions portions, Scheduler scheduler, Questions questions, HeldServers servers) {
        this.servers = servers;
        this.rows = rows;
        this.portions = portions;
        this.scheduler = scheduler;
        this.questions = questions;
    }

    /** Stops rows; returns the attempts that have to be stopped. */
    List<Attempt> pause(Collection<Long> items) {
        return end(items, Status.PAUSED);
    }

    /** Ends rows; returns the attempts that have to be stopped. */
    List<Attempt> cancel(Collection<Long> items) {
        return end(items, Status.CANCELLED);
    }

    void resume(Collection<Long> items) {
        forAll(items, node -> {
            if (node.status == Status.PAUSED) {
                node.target(node.target().shared() ? Target.SHARED : Target.UNKNOWN);
                rows.change(node, Status.WAITING);
            } else if (node.wanted == Status.PAUSED) {
                node.wanted = Status.WAITING;
            }
        });
        changeOutside(items, Set.of(Status.PAUSED), Status.WAITING);
    }

    void retry(Collection<Long> items) {
        forAll(items, node -> {
            if (node.status == Status.FAILED || node.status == Status.CANCELLED) {
                again(node);
            } else if (node.wanted == Status.CANCELLED) {
                node.wanted = Status.WAITING;
            }
        });
        changeOutside(items, Set.of(Status.FAILED, Status.CANCELLED), Status.WAITING);
    }

    /** Lets all that has failed wait again, but not what the user has cancelled. */
    void retryFailed() {
        List<Long> all = rows.top().stream().map(Node::id).toList();
        forAll(all, node -> {
            if (node.status == Status.FAILED) {
                again(node);
            }
        });
        changeOutside(all, Set.of(Status.FAILED), Status.WAITING);
    }

    /** Lets files wait again that were found in the journal. */
    void retryOutside(List<JournalRow> found) {
        portions.retry(found);
    }

    private void again(Node node) {
        if (node.attempt != null) {
            // What is left of it is being removed just now.
            node.wanted = Status.WAITING;
            return;
        }
        scheduler.keep(node);
        // What the listing has shown then may be long gone.
        node.target(node.target().shared() ? Target.SHARED : Target.UNKNOWN);
        node.failures = 0;
        node.furthest = 0;
        node.wrong = null;
        rows.change(node, Status.WAITING);
    }

    void move(Collection<Long> items, TransferQueue.Place place) {
        Set<Node> moved = new HashSet<>(rows.find(items));
        moved.removeIf(node -> node.parent() != null);
        List<Node> order = new ArrayList<>(rows.top());
        switch (place) {
            case TOP -> order.sort(Comparator.comparingInt(node -> moved.contains(node) ? 0 : 1));
            case BOTTOM -> order.sort(Comparator.comparingInt(node -> moved.contains(node) ? 1 : 0));
            case UP -> {
                for (int i = 1; i < order.size(); i++) {
                    swapIf(order, i, i - 1, moved);
                }
            }
            case DOWN -> {
                for (int i = order.size() - 2; i >= 0; i--) {
                    swapIf(order, i, i + 1, moved);
                }
            }
        }
        rows.reorder(order);
    }

    /** Stops all rows of the servers of the given ones and of rows to come; returns the attempts that have to be stopped. */
    List<Attempt> pauseServers(Collection<Long> items) {
        servers.hold(serversOf(items));
        return pause(rows.ofServers(Set.copyOf(serversOf(items))));
    }

    /** Pauses what is added for servers from now on. */
    void hold(Collection<HeldServer> held) {
        servers.hold(held);
    }

    void resumeServers(Collection<Long> items) {
        release(serversOf(items));
    }

    void release(Collection<HeldServer> released) {
        servers.release(released);
        resume(rows.ofServers(Set.copyOf(released)));
    }

    private List<HeldServer> serversOf(Collection<Long> items) {
        return rows.find(items).stream()
                .map(node -> HeldServer.of(node.request()))
                .distinct()
                .toList();
    }

    void prioritise(Collection<Long> items, Priority priority) {
        for (Node node : rows.find(items)) {
            if (node.parent() == null) {
                rows.priority(node, priority);
            }
        }
        rows.order();
    }

    void removeFinished() {
        List<Node> finished = rows.top().stream()
                .filter(node -> FolderState.isFinished(node) && node.attempt == null)
                .toList();
        for (Node top : finished) {
            rows.forAll(top, this::abandon);
        }
        rows.remove(finished);
        portions.forgetRemoved();
    }

    /** Nobody can try a failed row again once it is off the list: what it has left is not needed any more. */
    private void abandon(Node node) {
        if (node.partial() != null && node.attempt == null) {
            scheduler.keep(node);
            scheduler.remove(node);
        }
    }

    /** Lets a row that is about to ask go on by the given decision. */
    void decide(Node node, Decision decision) {
        node.rule(decision);
        rows.change(node, Status.WAITING);
    }

    /** Lets those of the rows that ask go on by the given decision. */
    void decide(Collection<Long> items, Decision decision) {
        for (Node node : rows.find(items)) {
            if (node.status == Status.ASKING) {
                questions.withdraw(node.id());
                decide(node, decision);
            }
        }
    }

    /** Puts a row whose attempt has been stopped where the user wanted it. */
    void stopped(Node node, Status wanted) {
        rows.change(node, wanted);
        if (wanted == Status.CANCELLED) {
            removeLeftovers(node);
        }
    }

    private List<Attempt> end(Collection<Long> items, Status end) {
        List<Attempt> stopped = new ArrayList<>();
        forAll(items, node -> {
            Attempt attempt = node.attempt;
            if (node.status == Status.RUNNING && attempt != null) {
                node.wanted = end;
                stopped.add(attempt);
            } else if (node.status.isUnfinished() && node.status != end) {
                questions.withdraw(node.id());
                stopped(node, end);
            } else if (attempt != null) {
                node.wanted = null;
            }
        });
        Set<Status> from = end == Status.PAUSED ? Set.of(Status.WAITING) : Set.of(Status.WAITING, Status.PAUSED);
        changeOutside(items, from, end);
        return stopped;
    }

    /** Removes what a row has left that has ended without it; but what has set another file aside is only forgotten. */
    void endWithoutLeftovers(Node node) {
        Partial left = node.partial();
        if (left == null) {
            return;
        }
        if (left.aside().isEmpty()) {
            scheduler.remove(node);
        } else {
            node.partial(null);
        }
    }

    private void removeLeftovers(Node node) {
        if (node.partial() != null) {
            scheduler.remove(node);
        } else if (!node.isFolder()) {
            rows.moved(node, 0);
        }
    }

    private void changeOutside(Collection<Long> items, Set<Status> from, Status to) {
        for (Node node : rows.find(items)) {
            portions.changeAll(node, from, to);
        }
    }

    private void forAll(Collection<Long> items, Consumer<Node> action) {
        for (Node node : rows.find(items)) {
            rows.forAll(node, action);
        }
    }

    private static void swapIf(List<Node> order, int at, int with, Set<Node> moved) {
        Node node = order.get(at);
        if (moved.contains(node) && !moved.contains(order.get(with))) {
            order.set(at, order.get(with));
            order.set(with, node);
        }
    }
}
