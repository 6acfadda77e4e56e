// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Where a row of the queue itself stands; for a folder that is its own listing, not what it holds. */
enum Status {
    WAITING(false),
    RUNNING(false),
    PAUSED(false),
    ASKING(false),
    DONE(true),
    SKIPPED(true),
    CANCELLED(true),
    FAILED(true);

    private final boolean finished;

    Status(boolean finished) {
        this.finished = finished;
    }

    /** Whether the row could still be stopped by the user. */
    boolean isUnfinished() {
        return !finished;
    }
}
