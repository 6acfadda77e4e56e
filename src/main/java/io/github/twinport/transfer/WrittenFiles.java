// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Files that have arrived and that the disk may not have yet. The journal may call them done only after that, or a power
 * failure would leave files that are done and empty. Any thread.
 */
final class WrittenFiles {

    private final DiskSync disk;
    private final Queue<Path> files = new ConcurrentLinkedQueue<>();
    private volatile boolean wanted;

    /**
     * None yet, and nothing is waited for.
     *
     * @param disk used by the journal's thread only
     */
    WrittenFiles(DiskSync disk) {
        this.disk = disk;
    }

    /** Whether it is waited for the disk from now on. */
    void want(boolean now) {
        wanted = now;
    }

    /** A file has its bytes and its name, and is about to be called done. */
    void add(Path file) {
        if (wanted) {
            files.add(file);
        }
    }

    /**
     * Returns when the disk has all files that were added before.
     *
     * @throws IOException when it could not take them; they are tried again the next time
     */
    void secure() throws IOException {
        List<Path> batch = new ArrayList<>();
        for (Path file = files.poll(); file != null; file = files.poll()) {
            batch.add(file);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            disk.sync(batch);
        } catch (IOException e) {
            files.addAll(batch);
            throw e;
        }
    }
}
