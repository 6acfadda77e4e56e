// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds where a symbolic link would lead by way of all other links that are there now, also of those that lead to nothing
 * yet.
 *
 * @param root the folder in which it has to stay, without links
 */
record LinkTarget(Path root) {

    /** So many links lead on at most; systems give up at about the same number. */
    private static final int MOST_LINKS = 40;

    /**
     * Whether a link stays in the folder.
     *
     * @param link where it is to be; its folder exists
     * @param target what it is to hold
     */
    boolean isInside(Path link, String target) throws IOException {
        Path folder = link.toAbsolutePath().getParent();
        return folder != null && end(folder.toRealPath(), Path.of(target)).startsWith(root);
    }

    private static Path end(Path from, Path target) throws IOException {
        Deque<Path> ahead = new ArrayDeque<>();
        Path at = follow(from, target, ahead);
        int links = 0;
        while (!ahead.isEmpty()) {
            Path next = at.resolve(ahead.removeFirst()).normalize();
            if (!Files.isSymbolicLink(next)) {
                at = next;
            } else if (links++ < MOST_LINKS) {
                at = follow(at, Files.readSymbolicLink(next), ahead);
            } else {
                // It leads in circles, thus nowhere.
                return at;
            }
        }
        return at;
    }

    /** Puts the names of a link before those that are still to go; where they begin. */
    private static Path follow(Path from, Path target, Deque<Path> ahead) {
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            ahead.addFirst(target.getName(i));
        }
        Path start = target.getRoot();
        return start == null ? from : start;
    }
}
