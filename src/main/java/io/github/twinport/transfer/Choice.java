// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Which of the waiting rows are looked for. */
enum Choice {
    /** All of them. */
    ANY,
    /** Folders, which take a moment, and files that are not large. */
    SMALL,
    /** Folders that have to be listed. */
    FOLDER;

    /** Files of at least this many bytes are large: moving them takes longer than a few round trips. */
    static final long LARGE = 1024 * 1024;

    /** Whether a row is a large file, as far as its size is known. */
    static boolean isLarge(Node node) {
        return !node.isFolder() && node.source().size() >= LARGE;
    }

    boolean fits(Node node) {
        return switch (this) {
            case ANY -> true;
            case SMALL -> !node.large;
            case FOLDER -> node.isFolder();
        };
    }
}
