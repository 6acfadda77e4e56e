// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Chooses what a queue takes of the folders in it. Asked on any thread, once for each entry that a folder holds. */
@FunctionalInterface
public interface EntryFilter {

    /** Takes everything. */
    EntryFilter EVERYTHING = (entry, link) -> true;

    /**
     * Whether an entry is transferred; nothing of a folder that is not.
     *
     * @param entry what would be transferred
     * @param link whether its source is a symbolic link
     */
    boolean accepts(TransferRequest entry, boolean link);

    /**
     * Whether symbolic links of servers are followed also where they lead to folders, as long as that ends. Each link
     * then costs a few round trips.
     */
    default boolean entersRemoteLinks() {
        return false;
    }

    /** How many entries of one tree are looked at; a tree may have no end. */
    default long mostEntries() {
        return TreeWalk.MOST_ENTRIES;
    }
}
