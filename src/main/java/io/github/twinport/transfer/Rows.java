// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the queue that are in memory, their order, and the sums over all rows. With a journal, finished files leave
 * memory and waiting ones come into it a portion at a time. Guarded by the queue's lock.
 */
final class Rows {

    private final List<Node> top = new ArrayList<>();
    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<ItemKey, Node> byKey = new HashMap<>();
    private final Counts counts = new Counts();
    private final Flow flow;
    private final LongSupplier nanoTime;
    private final Ledger ledger;
    private List<Node> finished = new ArrayList<>();
    private boolean tellsFinished;
    private boolean ranked;
    private long nextId;
    private long firstOfThisRun;
    private int cursor;

    Rows(LongSupplier nanoTime, Ledger ledger, long firstId) {
        this.nanoTime = nanoTime;
        this.ledger = ledger;
        nextId = firstId;
        firstOfThisRun = firstId;
        flow = new Flow(null, nanoTime, 0);
    }

    List<Node> top() {
        return top;
    }

    /** The sums over everything. */
    Counts counts() {
        return counts;
    }

    /** The bytes of everything. */
    Flow flow() {
        return flow;
    }

    /** How many rows are in memory. */
    int inMemory() {
        return byId.size();
    }

    @Nullable
    Node find(long id) {
        return byId.get(id);
    }

    /** The rows with these ids, in no particular order. */
    List<Node> find(Collection<Long> ids) {
        List<Node> found = new ArrayList<>(ids.size());
        for (Long id : ids) {
            Node node = byId.get(id);
            if (node != null) {
                found.add(node);
            }
        }
        return found;
    }

    /** The row that was last asked for with the same source and target, null if there is none. */
    @Nullable
    Node same(TransferRequest request) {
        return byKey.get(ItemKey.of(request));
    }

    /** Appends a new row to a folder, or to the top level. */
    Node add(@Nullable Node parent, TransferRequest request, Source source, Target target) {
        Node node = insert(takeId(), parent, request, source, target);
        forAbove(node, sum -> sum.count(node.isFolder(), node.status, 1));
        if (!request.folder()) {
            addSize(node, Math.max(0, source.size()));
        }
        startable(node, true);
        if (parent == null) {
            node.place = node.id();
            node.seed = TemporaryNames.newSeed();
            ledger.jobChanged(node);
        } else {
            ledger.changed(node);
        }
        return node;
    }

    /** Puts a row into memory without counting it. */
    Node insert(long id, @Nullable Node parent, TransferRequest request, Source source, Target target) {
        Flow above = parentFlow(parent);
        Flow own = request.folder() ? new Flow(above, nanoTime, 0) : null;
        Node node = new Node(id, parent, request, source, target, own);
        List<Node> siblings = parent == null ? top : parent.children();
        node.position = siblings.size();
        siblings.add(node);
        byId.put(id, node);
        byKey.put(node.key(), node);
        return node;
    }

    /** Takes an id for a new row. */
    long takeId() {
        return nextId++;
    }

    /** Continues with larger ids, because rows of an earlier run have come. */
    void continueAt(long id) {
        nextId = Math.max(nextId, id);
        firstOfThisRun = nextId;
    }

    /** Rows with smaller ids are from an earlier run. */
    long firstOfThisRun() {
        return firstOfThisRun;
    }

    /** Puts a row to another status; one that waits can be taken by a worker at once. */
    void change(Node node, Status to) {
        Status from = node.status;
        node.status = to;
        node.delay = 0;
        forAbove(node, sum -> {
            sum.count(node.isFolder(), from, -1);
            sum.count(node.isFolder(), to, 1);
        });
        startable(node, to == Status.WAITING);
        stale(node);
        ledger.changed(node);
        if (tellsFinished && !to.isUnfinished()) {
            finished.add(node);
        }
    }

    /** Collects rows that become finished from now on. */
    void tellFinished() {
        tellsFinished = true;
    }

    /** Takes the rows that became finished since the last call. */
    List<Node> takeFinished() {
        if (finished.isEmpty()) {
            return List.of();
        }
        List<Node> taken = finished;
        finished = new ArrayList<>();
        return taken;
    }

    /** Whether a worker may take the row. */
    void startable(Node node, boolean can) {
        if (node.startable == can) {
            return;
        }
        node.startable = can;
        if (can) {
            node.large = Choice.isLarge(node);
        }
        forAbove(node, sum -> sum.addStartable(node, can ? 1 : -1));
        if (can) {
            lookAgain(node);
        }
    }

    /** Something here or below can be taken again: the search has to come by. */
    void lookAgain(Node node) {
        for (Node at = node; at != null; at = at.parent()) {
            Node above = at.parent();
            if (above == null) {
                cursor = Math.min(cursor, at.position);
            } else {
                above.cursor = Math.min(above.cursor, at.position);
            }
        }
    }

    /** Corrects what is known about a file's source. */
    void source(Node node, Source seen) {
        if (!node.isFolder()) {
            addSize(node, Math.max(0, seen.size()) - Math.max(0, node.source().size()));
        }
        node.source(seen);
        stale(node);
        ledger.changed(node);
    }

    /** Notes the bytes of a file that no attempt runs for. */
    void moved(Node node, long bytes) {
        parentFlow(node.parent()).correct(bytes - node.moved());
        node.moved(bytes);
        stale(node);
        ledger.changed(node);
    }

    /** The flow into which a row's bytes go. */
    Flow parentFlow(@Nullable Node parent) {
        Flow above = parent == null ? flow : parent.flow();
        return above == null ? flow : above;
    }

    /** Marks a row and those above it as changed since they were last shown. */
    void stale(Node node) {
        for (Node at = node; at != null; at = at.parent()) {
            at.shown = null;
        }
    }

    /** Takes note that another row goes to the same target. */
    void share(Node node) {
        node.target(Target.SHARED);
        ledger.changed(node);
    }

    /** The place before which no row of the top level can be taken. */
    int cursor() {
        return cursor;
    }

    void cursor(int place) {
        cursor = place;
    }

    /** Does something with a row and all rows below it that are in memory; those above come first. */
    void forAll(Node node, Consumer<Node> action) {
        Deque<Node> left = new ArrayDeque<>();
        left.push(node);
        while (!left.isEmpty()) {
            Node next = left.pop();
            List<Node> children = next.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                left.push(children.get(i));
            }
            action.accept(next);
        }
    }

    /** Removes rows of the top level with all they hold, here and in the journal. */
    void remove(Collection<Node> nodes) {
        nodes.forEach(node -> ledger.removed(node.id()));
        forget(nodes);
    }

    /** Removes rows of the top level with all they hold, but leaves them in the journal. */
    void forget(Collection<Node> nodes) {
        for (Node node : nodes) {
            Counts own = node.counts();
            if (own != null) {
                counts.subtract(own);
            } else {
                counts.count(false, node.status, -1);
                counts.addStartable(node, node.startable ? -1 : 0);
                counts.addSize(-Math.max(0, node.source().size()));
            }
            flow.correct(-node.moved());
            forAll(node, gone -> {
                byId.remove(gone.id());
                byKey.remove(gone.key(), gone);
            });
        }
        top.removeAll(new HashSet<>(nodes));
        reorder(List.copyOf(top));
    }

    /** Takes finished files of folders out of memory; their counts stay. */
    void evict(Collection<Node> files) {
        Set<Node> parents = new LinkedHashSet<>();
        Set<Node> gone = new HashSet<>(files);
        for (Node node : files) {
            Node parent = node.parent();
            Outside outside = parent == null ? null : parent.outside();
            if (parent != null && outside != null) {
                outside.count(node.status, 1);
                byId.remove(node.id());
                byKey.remove(node.key(), node);
                parents.add(parent);
            }
        }
        for (Node parent : parents) {
            parent.children().removeIf(gone::contains);
            renumber(parent.children());
            parent.cursor = 0;
        }
    }

    /** All of the top level that belongs to servers. */
    List<Long> ofServers(Set<HeldServer> servers) {
        return top.stream()
                .filter(node -> servers.contains(HeldServer.of(node.request())))
                .map(Node::id)
                .toList();
    }

    /** Gives a row of the top level another priority; {@link #order} has to follow. */
    void priority(Node node, Priority priority) {
        rank(node, priority);
        stale(node);
        ledger.jobChanged(node);
    }

    /** Takes over the priority that a row of the top level has in the journal. */
    void rank(Node node, Priority priority) {
        node.priority = priority;
        ranked = ranked || priority != Priority.NORMAL;
    }

    /** Puts the top level in order again, where priorities have changed it or rows have come. */
    void order() {
        for (int i = 1; ranked && i < top.size(); i++) {
            if (top.get(i).priority.compareTo(top.get(i - 1).priority) < 0) {
                reorder(List.copyOf(top));
                return;
            }
        }
    }

    /** Puts the top level into the given order, but those of high priority first and of low priority last. */
    void reorder(List<Node> order) {
        top.clear();
        top.addAll(order);
        top.sort(Comparator.comparing(node -> node.priority));
        renumber(top);
        long[] places = top.stream().mapToLong(node -> node.place).sorted().toArray();
        for (int i = 0; i < places.length; i++) {
            Node node = top.get(i);
            if (node.place != places[i]) {
                node.place = places[i];
                ledger.jobChanged(node);
            }
        }
        cursor = 0;
    }

    private static void renumber(List<Node> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).position = i;
        }
    }

    /** Counts bytes of a file's source in or out. */
    void addSize(Node node, long change) {
        if (change != 0) {
            forAbove(node, sum -> sum.addSize(change));
        }
    }

    /** The sums in which a row is counted: its own, if it is a folder, and all above it. */
    void forAbove(Node node, Consumer<Counts> action) {
        for (Node at = node; at != null; at = at.parent()) {
            Counts sum = at.counts();
            if (sum != null) {
                action.accept(sum);
            }
        }
        action.accept(counts);
    }

    /** A row's length in bytes, or {@link Entry#UNKNOWN_SIZE}. */
    static long size(Node node) {
        Counts sum = node.counts();
        return sum == null ? node.source().size() : sum.size();
    }
}
