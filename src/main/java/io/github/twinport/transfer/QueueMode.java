// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** How many files of one server are on their way at once. */
public enum QueueMode {
    /** One after the other in the order of the queue. */
    IN_ORDER,
    /** As many as there are workers and as the server takes. */
    PARALLEL
}
