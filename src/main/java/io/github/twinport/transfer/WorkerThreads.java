// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.concurrent.Executor;

/** Where attempts run, each on a thread of its own while it runs. */
@FunctionalInterface
interface WorkerThreads extends Executor {

    /**
     * Does the last that the calling thread has to do. The first work that is handed out in it may begin on this thread
     * when it is done, so that no other one has to wake up.
     */
    default void finish(Runnable last) {
        last.run();
    }
}
