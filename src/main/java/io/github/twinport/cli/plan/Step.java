// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a plan changes in the target. Immutable; any thread.
 *
 * @param action what is done
 * @param path where, from the folder that is transferred down
 * @param kind what the entry is
 * @param size the length of a file in bytes, or {@link Entry#UNKNOWN_SIZE}
 * @param linkTarget what a link that is made leads to, null for anything else
 */
public record Step(
        Action action,
        String path,
        EntryKind kind,
        long size,
        @Nullable String linkTarget) {

    /** What is done. */
    public enum Action {
        /** A file is transferred that is not there yet. */
        TRANSFER,
        /** A file is replaced. */
        REPLACE,
        /** What is missing is appended. */
        RESUME,
        /** A file is written beside the one that is there, under a free name. */
        RENAME,
        /** A folder is made. */
        FOLDER,
        /** A link is made. */
        LINK,
        /** Something that the source does not have is deleted. */
        DELETE
    }

    /** A step that makes no link. */
    static Step of(Action action, String path, Entry entry) {
        return new Step(action, path, entry.kind(), entry.isFolder() ? Entry.UNKNOWN_SIZE : entry.size(), null);
    }
}
