// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Something about the whole queue that the user should know but need not answer. Immutable; any thread. */
public sealed interface QueueNotice {

    /**
     * Work of an earlier run, or of an instance that has ended, goes on.
     *
     * @param waiting files and folders whose turn had not come
     * @param running files and folders that were being worked on when it ended
     */
    record Continued(int waiting, int running) implements QueueNotice {}

    /**
     * The list of transfers cannot be written, so a crash now would lose what has happened since.
     *
     * @param reason what is wrong with the database
     */
    record NotSaved(String reason) implements QueueNotice {}

    /**
     * A server has no room left, so its transfers are paused until the user lets them go on.
     *
     * @param server which one
     * @param explanation what it said
     */
    record ServerFull(HeldServer server, Explanation explanation) implements QueueNotice {}

    /**
     * Another instance writes where transfers of this one would: they wait for it.
     *
     * @param holder which one
     */
    record TargetInUse(TargetHolder holder) implements QueueNotice {}

    /**
     * A server does not rename, or takes no temporary files: from now on new files go straight to their names.
     *
     * @param server which one
     */
    record StraightUploads(HeldServer server) implements QueueNotice {}

    /** Another instance has taken this one for dead, for instance after a long suspension, and goes on with its work. */
    record TakenOver() implements QueueNotice {}
}
