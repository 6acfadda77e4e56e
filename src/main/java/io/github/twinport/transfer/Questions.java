// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conflicts that wait for the user, asked one after the other. Guarded by the queue's lock. */
final class Questions {

    private final Map<Node, Conflict> open = new LinkedHashMap<>();
    private ConflictAnswer.@Nullable Rule forAll;
    private @Nullable Node asked;
    private boolean withdrawn;

    /** The rule that the user has given for all, null if none. */
    ConflictAnswer.@Nullable Rule forAll() {
        return forAll;
    }

    void forAll(ConflictAnswer.@Nullable Rule rule) {
        forAll = rule;
    }

    void add(Node node, Conflict conflict) {
        open.put(node, conflict);
    }

    /** Takes a question back, because its item does not wait for an answer any more. */
    void withdraw(Node node) {
        if (open.remove(node) != null && node.equals(asked)) {
            asked = null;
            withdrawn = true;
        }
    }

    /** The next question to ask now, null while one is open or when there is none. */
    @Nullable
    Conflict next() {
        if (asked != null || open.isEmpty()) {
            return null;
        }
        Map.Entry<Node, Conflict> first = open.entrySet().iterator().next();
        asked = first.getKey();
        return first.getValue();
    }

    /** Whether the question that was being asked has been taken back since this was last called. */
    boolean takeWithdrawn() {
        boolean taken = withdrawn;
        withdrawn = false;
        return taken;
    }

    /** Takes the item that was asked about, null when its question was taken back. */
    @Nullable
    Node answered(long item) {
        Node node = asked;
        if (node == null || node.id() != item) {
            return null;
        }
        asked = null;
        open.remove(node);
        return node;
    }
}
