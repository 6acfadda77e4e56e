// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import java.time.Duration;
import java.util.Map;

/** Something that a command tells its user. Immutable; any thread. */
sealed interface Event {

    /** An entry of a listed folder. */
    record Listed(RemotePath folder, Entry entry) implements Event {}

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
     * @param left files and folders that were not tried, because everything stopped before their turn
     * @param bytes the length of all that was transferred
     * @param time how long it took
     */
    record Summary(int done, int skipped, int failed, int left, long bytes, Duration time) implements Event {}

    /**
     * The digest of a file.
     *
     * @param byServer whether the server computed it, or we of the bytes that it sent
     */
    record Hashed(RemotePath path, String algorithm, String digest, boolean byServer) implements Event {}

    /** Something was removed, or would be. */
    record Removed(String path, boolean folder, boolean planned) implements Event {}

    /** Something could not be removed. */
    record NotRemoved(String path, Explanation why) implements Event {}

    /** A folder was made on the server, or would be. */
    record FolderMade(RemotePath path, boolean planned) implements Event {}

    /** Something was renamed or moved on the server, or would be. */
    record Moved(RemotePath from, RemotePath to, boolean planned) implements Event {}

    /** A link was made on this computer. */
    record LinkMade(String path, String target) implements Event {}

    /**
     * Something that will be done, or would be.
     *
     * @param path the path of the step as it is shown
     */
    record Planned(Step step, String path) implements Event {}

    /** Something of which nobody knows what would have to be done. */
    record NotPlanned(String path, Explanation why) implements Event {}

    /**
     * The sums of all that will be done, or would be.
     *
     * @param counts how many steps of each kind; none of a kind that is missing
     * @param kept files left alone
     * @param bytes the length of all that is transferred
     * @param deletedBytes the length of all that is deleted
     */
    record PlanSums(Direction direction, Map<Step.Action, Integer> counts, int kept, long bytes, long deletedBytes)
            implements Event {
        /** Keeps a copy of the counts. */
        public PlanSums {
            counts = Map.copyOf(counts);
        }

        /** How many steps of a kind. */
        int count(Step.Action action) {
            return counts.getOrDefault(action, 0);
        }
    }

    /**
     * A saved password.
     *
     * @param url server and user, without the password
     */
    record Password(Change change, String url) implements Event {

        /** What became of it. */
        enum Change {
            /** It is there. */
            NONE,
            /** It was saved. */
            SAVED,
            /** It was removed. */
            REMOVED
        }
    }

    /** The vault has another master password now. */
    record MasterPasswordChanged() implements Event {}

    /** The command, or one part of it, cannot be done. */
    record Problem(ExitCode code, Explanation why) implements Event {}
}
