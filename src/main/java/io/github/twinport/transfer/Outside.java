// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** The files of one folder that are in the journal only: how many stand where. Guarded by the queue's lock. */
final class Outside {

    private final int[] files = new int[Status.COUNT];

    /** Waiting files up to this id are in memory. */
    long loadedUpTo;

    /** Whether waiting files are being read. */
    boolean loading;

    /** Whether some wait again that were over, so that what was seen at their targets may be long ago. */
    boolean stale;

    /** Counts the changes of many files at once, so that what was read before one is recognised. */
    int changes;

    int files(Status status) {
        return files[status.code()];
    }

    void count(Status status, int change) {
        files[status.code()] += change;
    }

    int waiting() {
        return files(Status.WAITING);
    }
}
