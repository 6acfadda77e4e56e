// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Brings files that are perhaps only in the system's memory onto their disks. One thread at a time. */
@FunctionalInterface
interface DiskSync {

    /**
     * Returns when files, their names included, survive a power failure. Those that are not there any more are passed over.
     *
     * @throws IOException when a disk could not take them
     */
    void sync(List<Path> files) throws IOException;

    /** The best way of this system: where Linux lets it, all files of a disk at once. */
    static DiskSync ofThisSystem() {
        return SystemSync.isPossible() ? new SystemSync(new ForcedFiles()) : new ForcedFiles();
    }
}
