// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows of the queue, their order and their sums. Guarded by the queue's lock. */
final class Rows {

    private final List<Node> top = new ArrayList<>();
    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<ItemKey, Node> byKey = new HashMap<>();
    private final Counts counts = new Counts();
    private final Flow flow;
    private final LongSupplier nanoTime;
    private long lastId;
    private int cursor;

    Rows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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

    /** Appends a row to a folder, or to the top level. */
    Node add(@Nullable Node parent, TransferRequest request, Source source, Target target) {
        Flow above = parentFlow(parent);
        Flow own = request.folder() ? new Flow(above, nanoTime, 0) : null;
        Node node = new Node(++lastId, parent, request, source, target, own);
        List<Node> siblings = parent == null ? top : parent.children();
        node.position = siblings.size();
        siblings.add(node);
        byId.put(node.id(), node);
        byKey.put(node.key(), node);
        forAbove(node, sum -> sum.count(node.isFolder(), node.status, 1));
        if (!request.folder()) {
            addSize(node, Math.max(0, source.size()));
        }
        startable(node, true);
        return node;
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
    }

    /** Whether a worker may take the row. */
    void startable(Node node, boolean can) {
        if (node.startable == can) {
            return;
        }
        node.startable = can;
        forAbove(node, sum -> sum.addStartable(can ? 1 : -1));
        for (Node at = can ? node : null; at != null; at = at.parent()) {
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
    }

    /** Notes the bytes of a file that no attempt runs for. */
    void moved(Node node, long bytes) {
        parentFlow(node.parent()).correct(bytes - node.moved());
        node.moved(bytes);
        stale(node);
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

    /** The first row in order that a worker can take, null if there is none. */
    @Nullable
    Node firstStartable(Predicate<Node> topAllowed) {
        if (counts.startable() == 0) {
            return null;
        }
        for (int i = cursor; i < top.size(); i++) {
            Node node = top.get(i);
            if (node.startableBelow() == 0) {
                if (i == cursor) {
                    cursor++;
                }
            } else if (topAllowed.test(node)) {
                return firstStartable(node);
            }
        }
        return null;
    }

    private static Node firstStartable(Node start) {
        Node node = start;
        while (!node.startable) {
            List<Node> children = node.children();
            while (children.get(node.cursor).startableBelow() == 0) {
                node.cursor++;
            }
            node = children.get(node.cursor);
        }
        return node;
    }

    /** Does something with a row and all rows below it. */
    void forAll(Node node, Consumer<Node> action) {
        action.accept(node);
        for (Node child : node.children()) {
            forAll(child, action);
        }
    }

    /** Removes rows of the top level with all they hold. */
    void remove(Collection<Node> nodes) {
        for (Node node : nodes) {
            Counts own = node.counts();
            if (own != null) {
                counts.subtract(own);
            } else {
                counts.count(false, node.status, -1);
                counts.addStartable(node.startable ? -1 : 0);
                counts.addSize(-Math.max(0, node.source().size()));
            }
            flow.correct(-node.moved());
            forAll(node, gone -> {
                byId.remove(gone.id());
                byKey.remove(gone.key(), gone);
            });
        }
        top.removeAll(Set.copyOf(nodes));
        reorder(top);
    }

    /** Puts the top level into the given order. */
    void reorder(List<Node> order) {
        List<Node> copy = List.copyOf(order);
        top.clear();
        top.addAll(copy);
        for (int i = 0; i < top.size(); i++) {
            top.get(i).position = i;
        }
        cursor = 0;
    }

    private void addSize(Node node, long change) {
        if (change != 0) {
            forAbove(node, sum -> sum.addSize(change));
        }
    }

    /** The sums in which a row is counted: its own, if it is a folder, and all above it. */
    private void forAbove(Node node, Consumer<Counts> action) {
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
