// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

import java.io.IOException;

/**
 * Is told how many bytes a transfer has just moved. Called on the lane thread between two blocks; may wait there to hold
 * a speed limit.
 */
@FunctionalInterface
public interface ByteMeter {

    /** Counts nothing. */
    ByteMeter NONE = bytes -> {};

    /**
     * Is asked before a block moves how long it may be, and may wait with the answer; a speed limit does so.
     *
     * @param most the length of a full block in bytes
     * @return at least 1 and at most as many
     * @throws IOException to break the transfer off
     */
    default long room(long most) throws IOException {
        return most;
    }

    /**
     * Takes the size of one moved block.
     *
     * @param bytes the block's length in bytes
     * @throws IOException to break the transfer off
     */
    void moved(long bytes) throws IOException;
}
