// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Runs something later. Any thread. */
@FunctionalInterface
interface Delays {

    /** Runs the task once after so many nanoseconds; it must be short. */
    void after(long nanos, Runnable task);
}
