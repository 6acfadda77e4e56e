// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** How many files and folders below a folder stand where, and their bytes. Guarded by the queue's lock. */
final class Counts {

    private static final int KINDS = Status.COUNT;

    private final int[] files = new int[KINDS];
    private final int[] folders = new int[KINDS];
    private int startable;
    private int startableLarge;
    private int startableFolders;
    private int outside;
    private long size;

    /** Counts a file or folder in or out. */
    void count(boolean folder, Status status, int change) {
        (folder ? folders : files)[status.code()] += change;
    }

    /** Counts a row that a worker could take in or out. */
    void addStartable(Node node, int change) {
        startable += change;
        startableLarge += node.large ? change : 0;
        startableFolders += node.isFolder() ? change : 0;
    }

    /** Counts waiting files that are in the journal only. */
    void addOutside(int change) {
        outside += change;
    }

    void addSize(long change) {
        size += change;
    }

    /** Takes off all that another one counts. */
    void subtract(Counts other) {
        for (int i = 0; i < KINDS; i++) {
            files[i] -= other.files[i];
            folders[i] -= other.folders[i];
        }
        startable -= other.startable;
        startableLarge -= other.startableLarge;
        startableFolders -= other.startableFolders;
        outside -= other.outside;
        size -= other.size;
    }

    int files(Status status) {
        return files[status.code()];
    }

    int folders(Status status) {
        return folders[status.code()];
    }

    /** Files and folders together. */
    int both(Status status) {
        return files(status) + folders(status);
    }

    /** All files known so far. */
    int files() {
        int sum = 0;
        for (int count : files) {
            sum += count;
        }
        return sum;
    }

    /** Rows that a worker could take now. */
    int startable() {
        return startable;
    }

    /** Rows of a kind that a worker could take now. */
    int startable(Choice choice) {
        return switch (choice) {
            case ANY -> startable;
            case SMALL -> startable - startableLarge;
            case FOLDER -> startableFolders;
        };
    }

    /** Waiting files that are in the journal only. */
    int outside() {
        return outside;
    }

    /** The known sizes of all files together, in bytes. */
    long size() {
        return size;
    }
}
