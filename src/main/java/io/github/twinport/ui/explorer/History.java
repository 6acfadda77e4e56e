// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The folders that were shown before and, after going back, those that were shown after. */
final class History {

    private static final int LIMIT = 100;

    private final Deque<Location> before = new ArrayDeque<>();
    private final Deque<Location> after = new ArrayDeque<>();

    /** Leaves a folder for a new one. */
    void leave(Location folder) {
        after.clear();
        push(before, folder);
    }

    /** The folder before the given one, or null when there is none. */
    @Nullable
    Location back(Location current) {
        return move(before, after, current);
    }

    /** The folder from which the user went back, or null when there is none. */
    @Nullable
    Location forward(Location current) {
        return move(after, before, current);
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForward() {
        return !after.isEmpty();
    }

    void clear() {
        before.clear();
        after.clear();
    }

    private static @Nullable Location move(Deque<Location> from, Deque<Location> to, Location current) {
        Location next = from.poll();
        if (next != null) {
            push(to, current);
        }
        return next;
    }

    private static void push(Deque<Location> folders, Location folder) {
        folders.push(folder);
        if (folders.size() > LIMIT) {
            folders.removeLast();
        }
    }
}
