// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Optional;

/** Where a row of the queue itself stands; for a folder that is its own listing, not what it holds. */
public enum Status {
    /** Its turn has not come. */
    WAITING(0, false),
    /** A worker is at it. */
    RUNNING(1, false),
    /** The user has stopped it. */
    PAUSED(2, false),
    /** The user has to decide something. */
    ASKING(3, false),
    /** Everything arrived and was checked. */
    DONE(4, true),
    /** It was left alone. */
    SKIPPED(5, true),
    /** The user has ended it. */
    CANCELLED(6, true),
    /** It did not work. */
    FAILED(7, true);

    /** How many there are; their numbers are below that. */
    static final int COUNT = 8;

    private static final Status[] ALL = values();

    private final int code;
    private final boolean finished;

    Status(int code, boolean finished) {
        this.code = code;
        this.finished = finished;
    }

    /** The number that stands for it in the journal; never changes. */
    public int code() {
        return code;
    }

    /** The status of a number of the journal; nothing where there is none. */
    public static Optional<Status> of(int code) {
        for (Status status : ALL) {
            if (status.code == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** Whether the row could still be stopped by the user. */
    public boolean isUnfinished() {
        return !finished;
    }
}
