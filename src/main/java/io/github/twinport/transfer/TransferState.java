// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Where an item of the queue stands. */
public sealed interface TransferState {

    /** Its turn has not come. */
    record Waiting() implements TransferState {}

    /** A worker is at it, or (a folder) at something inside it. */
    record Running() implements TransferState {}

    /** The user stopped it; what has arrived is kept. */
    record Paused() implements TransferState {}

    /** The target exists and the user has not decided yet. */
    record Asking() implements TransferState {}

    /** Everything arrived and was checked. */
    record Done() implements TransferState {}

    /**
     * It was left alone.
     *
     * @param reason one sentence about why, empty when its target existed and was to be kept
     */
    record Skipped(String reason) implements TransferState {

        /** Left alone because its target existed. */
        public Skipped() {
            this("");
        }
    }

    /** The user cancelled it. */
    record Cancelled() implements TransferState {}

    /**
     * It did not work.
     *
     * @param explanation what happened last and what to do
     * @param history all that went wrong
     * @param kind what it is about; {@link FailureKind#OTHER} where only words are left of an earlier run
     */
    record Failed(Explanation explanation, History history, FailureKind kind) implements TransferState {

        /** Failed at once. */
        public Failed(Explanation explanation) {
            this(explanation, History.NONE);
        }

        /** Failed for some reason. */
        public Failed(Explanation explanation, History history) {
            this(explanation, history, FailureKind.OTHER);
        }
    }

    /** Whether nothing more will happen to it by itself. */
    default boolean isFinished() {
        return switch (this) {
            case Done done -> true;
            case Skipped skipped -> true;
            case Cancelled cancelled -> true;
            case Failed failed -> true;
            case Waiting waiting -> false;
            case Running running -> false;
            case Paused paused -> false;
            case Asking asking -> false;
        };
    }
}
