// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row whose turn it is: the first in order, from top to bottom and folder by folder. A folder whose waiting
 * files are in the journal is noted as hungry and passed. Guarded by the queue's lock.
 */
final class Pick {

    private final Rows rows;
    private @Nullable Node hungry;

    Pick(Rows rows) {
        this.rows = rows;
    }

    /** The first row that a worker can take, null if there is none of the kind in memory. */
    @Nullable
    Node first(Choice choice, Predicate<Node> topAllowed) {
        hungry = null;
        if (rows.counts().startable(choice) + rows.counts().outside() == 0) {
            return null;
        }
        List<Node> top = rows.top();
        for (int i = rows.cursor(); i < top.size(); i++) {
            Node node = top.get(i);
            if (node.startableBelow() + node.outsideBelow() == 0) {
                if (i == rows.cursor()) {
                    rows.cursor(i + 1);
                }
            } else if (topAllowed.test(node)) {
                Node found = first(node, choice);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The first folder that the last search passed because its files are not in memory, null if there was none. */
    @Nullable
    Node hungry() {
        return hungry;
    }

    private @Nullable Node first(Node start, Choice choice) {
        if (start.startableBelow(choice) + start.outsideBelow() == 0) {
            return null;
        }
        Node node = start;
        while (!node.startable || !choice.fits(node)) {
            Node next = node.startableBelow(choice) > 0 ? next(node, choice) : null;
            if (next == null) {
                feed(node);
                return null;
            }
            node = next;
        }
        return node;
    }

    private @Nullable Node next(Node folder, Choice choice) {
        List<Node> children = folder.children();
        for (int i = folder.cursor; i < children.size(); i++) {
            Node child = children.get(i);
            if (child.startableBelow(choice) > 0) {
                return child;
            }
            if (child.outsideBelow() > 0) {
                feed(child);
            } else if (i == folder.cursor && child.startableBelow() == 0) {
                folder.cursor++;
            }
        }
        return null;
    }

    /** Notes the first folder here or below whose own files wait in the journal. */
    private void feed(Node folder) {
        Node at = hungry == null && folder.outsideBelow() > 0 ? folder : null;
        while (at != null && hungry == null) {
            Node inside = at.children().stream()
                    .filter(child -> child.outsideBelow() > 0)
                    .findFirst()
                    .orElse(null);
            if (inside == null) {
                hungry = at;
            }
            at = inside;
        }
    }
}
