// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How the files of downloads are written. Any thread. */
interface LocalFiles {

    /** The local disk. */
    LocalFiles DISK = new LocalFiles() {};

    /**
     * Opens a file for writing, made when it does not exist.
     *
     * @param position where to begin, in bytes; what lies behind is cut off
     */
    default WritableByteChannel write(Path file, long position) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            channel.truncate(position);
            channel.position(position);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
