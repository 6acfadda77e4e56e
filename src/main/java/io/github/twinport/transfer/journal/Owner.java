// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

/**
 * Who does transfers.
 *
 * @param instance the number of the running program
 * @param command whether it is a command without a window
 */
record Owner(long instance, boolean command) {

    /** The same as another instance. */
    Owner as(long other) {
        return new Owner(other, command);
    }
}
