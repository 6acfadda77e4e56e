// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import java.time.Duration;

/** Something that a command tells its user. Immutable; any thread. */
sealed interface Event {

    /** An entry of a listed folder. */
    record Listed(RemotePath path, Entry entry) implements Event {}

    /** A file, or a folder that could not be listed, is finished for better or worse. */
    record Finished(TransferItem item) implements Event {}

    /** How far the transfers are. */
    record Progress(QueueSnapshot.Total total) implements Event {}

    /**
     * All transfers are finished.
     *
     * @param done files transferred
     * @param skipped files left alone
     * @param failed files and folders that failed
     * @param bytes the length of all that was transferred
     * @param time how long it took
     */
    record Summary(int done, int skipped, int failed, long bytes, Duration time) implements Event {}

    /**
     * The digest of a file.
     *
     * @param byServer whether the server computed it, or we of the bytes that it sent
     */
    record Hashed(RemotePath path, String algorithm, String digest, boolean byServer) implements Event {}

    /** Something on the server was removed, or would be. */
    record Removed(RemotePath path, boolean folder, boolean planned) implements Event {}

    /** Something on the server could not be removed. */
    record NotRemoved(RemotePath path, Explanation why) implements Event {}

    /** A folder was made on the server, or would be. */
    record FolderMade(RemotePath path, boolean planned) implements Event {}

    /** Something was renamed or moved on the server, or would be. */
    record Moved(RemotePath from, RemotePath to, boolean planned) implements Event {}

    /** The command, or one part of it, cannot be done. */
    record Problem(ExitCode code, Explanation why) implements Event {}
}
