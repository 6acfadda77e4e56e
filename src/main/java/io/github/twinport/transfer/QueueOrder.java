// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** What of the queue comes first. Both leave a worker to small files while large ones would take them all. */
public enum QueueOrder {
    /** From top to bottom, as the user has put it and as folders were listed. */
    LISTED,
    /** Folders and files below one MiB, then the others; each of them from top to bottom. */
    SMALL_FIRST
}
