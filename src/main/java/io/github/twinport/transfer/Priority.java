// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Whose turn comes first among all that the user asked for; in the order of the queue where it is the same. */
public enum Priority {
    /** Before everything else. */
    HIGH,
    /** As it comes. */
    NORMAL,
    /** When nothing else is left. */
    LOW
}
