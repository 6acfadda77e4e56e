// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataTransfer;
import java.io.IOException;

/** Something on this computer that belongs to a transfer and may fail. */
@FunctionalInterface
interface LocalStep {

    /** Does it; returns a number of bytes. */
    long run() throws IOException;

    /** What is to happen at the beginning of a transfer. */
    @FunctionalInterface
    interface Begun {
        void run() throws IOException;
    }

    /**
     * Runs what concerns this computer, which may take as long as it likes: a slow disk or a speed limit is not the
     * server's fault. When it fails the transfer is broken off and the failure goes on unchanged.
     */
    record Runner(DataTransfer transfer, Watch watch) {

        long run(LocalStep step) throws IOException {
            watch.pause();
            try {
                long result = step.run();
                watch.progress();
                return result;
            } catch (IOException | RuntimeException e) {
                transfer.abort();
                throw e;
            }
        }
    }
}
