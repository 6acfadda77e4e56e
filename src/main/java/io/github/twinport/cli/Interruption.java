// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish that a running command ends now (Ctrl+C). Any thread. */
public final class Interruption {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Nobody has interrupted anything yet. */
    public Interruption() {}

    /** Interrupts the command. */
    public void request() {
        requested.countDown();
        listeners.forEach(Runnable::run);
    }

    /** Whether the command is to end. */
    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Registers what makes a waiting command notice, and runs it at once when it is too late for waiting. */
    void onRequest(Runnable listener) {
        listeners.add(listener);
        if (isRequested()) {
            listener.run();
        }
    }

    /** Takes a listener back. */
    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Waits for the wish for at most the given time; whether it has come. */
    boolean await(Duration limit) {
        try {
            return requested.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
