// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

/** Lets one thread wait until another has changed something; many changes are one. */
final class Changed {

    private boolean happened;

    synchronized void happened() {
        happened = true;
        notifyAll();
    }

    /** Waits for a change since the last call. */
    synchronized void await() throws InterruptedException {
        while (!happened) {
            wait();
        }
        happened = false;
    }
}
