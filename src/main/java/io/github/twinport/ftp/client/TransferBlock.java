// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.data.DataConnection;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The block in which bytes travel between a file and a data connection. Belongs to the lane thread. */
final class TransferBlock {

    /** How many bytes move at once. */
    static final int LENGTH = 256 * 1024;

    private @Nullable ByteBuffer bytes;

    /** Direct for sockets in clear; on the heap where ciphers would copy out of a direct buffer. */
    ByteBuffer of(DataConnection connection) {
        ByteBuffer block = bytes;
        if (block == null) {
            block = connection.isPlain() ? ByteBuffer.allocateDirect(LENGTH) : ByteBuffer.allocate(LENGTH);
            bytes = block;
        }
        return block;
    }
}
