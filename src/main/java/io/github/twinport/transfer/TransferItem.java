// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/**
 * One row of the queue at one moment. A folder's figures are the sums of what it holds as far as it is known; files
 * inside a folder are items of their own with the folder as parent. Immutable; any thread.
 *
 * @param id identifies the item while the program runs, counted from 1
 * @param parent the id of the folder item it belongs to, 0 for what the user asked for
 * @param request what is transferred
 * @param state where it stands
 * @param moved bytes transferred so far, those of an earlier attempt that were kept included
 * @param size bytes in all, or {@link io.github.twinport.files.Entry#UNKNOWN_SIZE}
 * @param filesDone files finished, for a folder
 * @param filesFailed files failed, for a folder
 * @param files files known so far, for a folder; 1 for a file
 * @param bytesPerSecond the speed now, 0 when it is not running
 * @param priority whose turn comes first; always normal inside a folder, which goes with the folder
 */
public record TransferItem(
        long id,
        long parent,
        TransferRequest request,
        TransferState state,
        long moved,
        long size,
        int filesDone,
        int filesFailed,
        int files,
        long bytesPerSecond,
        Priority priority) {

    /** An item of normal priority. */
    public TransferItem(
            long id,
            long parent,
            TransferRequest request,
            TransferState state,
            long moved,
            long size,
            int filesDone,
            int filesFailed,
            int files,
            long bytesPerSecond) {
        this(id, parent, request, state, moved, size, filesDone, filesFailed, files, bytesPerSecond, Priority.NORMAL);
    }

    /** The same with another priority. */
    public TransferItem with(Priority other) {
        return new TransferItem(
                id, parent, request, state, moved, size, filesDone, filesFailed, files, bytesPerSecond, other);
    }
}
