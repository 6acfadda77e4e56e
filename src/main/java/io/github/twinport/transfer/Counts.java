// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.EnumMap;
import java.util.Map;

/** How many files and folders below a folder stand where, and their bytes. Guarded by the queue's lock. */
final class Counts {

    private final Map<Status, Integer> files = new EnumMap<>(Status.class);
    private final Map<Status, Integer> folders = new EnumMap<>(Status.class);
    private int startable;
    private long size;

    /** Counts a file or folder in or out. */
    void count(boolean folder, Status status, int change) {
        (folder ? folders : files).merge(status, change, Integer::sum);
    }

    void addStartable(int change) {
        startable += change;
    }

    void addSize(long change) {
        size += change;
    }

    /** Takes off all that another one counts. */
    void subtract(Counts other) {
        other.files.forEach((status, count) -> count(false, status, -count));
        other.folders.forEach((status, count) -> count(true, status, -count));
        startable -= other.startable;
        size -= other.size;
    }

    int files(Status status) {
        return files.getOrDefault(status, 0);
    }

    int folders(Status status) {
        return folders.getOrDefault(status, 0);
    }

    /** Files and folders together. */
    int both(Status status) {
        return files(status) + folders(status);
    }

    /** All files known so far. */
    int files() {
        int sum = 0;
        for (int count : files.values()) {
            sum += count;
        }
        return sum;
    }

    /** Rows that a worker could take now. */
    int startable() {
        return startable;
    }

    /** The known sizes of all files together, in bytes. */
    long size() {
        return size;
    }
}
