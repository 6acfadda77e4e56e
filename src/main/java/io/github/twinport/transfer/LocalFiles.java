// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.UnixPermissions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** How the files of downloads are written. Any thread. */
interface LocalFiles {

    /** Whatever stands there is gone when the file is open. */
    Set<StandardOpenOption> FROM_THE_START =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);

    /** What stands there stays. */
    Set<StandardOpenOption> FROM_A_POSITION = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);

    /** The local disk. */
    LocalFiles DISK = new LocalFiles() {};

    /**
     * Whether a folder takes two names for the same, tried with two files of such names in that very folder: disks, and
     * on some disks single folders, differ in whether they distinguish case and forms of accents. A folder in which
     * that cannot be tried counts as one that takes them for the same.
     */
    default boolean isSameName(Path folder, String name, String other) {
        String start = "." + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX) + "-";
        try {
            Path probe = Files.createFile(folder.resolve(start + name));
            try {
                return Files.exists(folder.resolve(start + other), LinkOption.NOFOLLOW_LINKS);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | InvalidPathException e) {
            return true;
        }
    }

    /**
     * Opens a file for writing, made when it does not exist.
     *
     * @param position where to begin, in bytes; what lies behind is cut off
     */
    default WritableByteChannel write(Path file, long position) throws IOException {
        return write(file, position, UnixPermissions.UNKNOWN);
    }

    /**
     * Opens a file for writing, made when it does not exist.
     *
     * @param position where to begin, in bytes; what lies behind is cut off
     * @param permissions what a new file may allow at most, or {@link UnixPermissions#UNKNOWN} for what is usual; the
     *     owner can always read and write it, and nobody gets more than the system's mask for new files leaves
     */
    default WritableByteChannel write(Path file, long position, int permissions) throws IOException {
        FileAttribute<?>[] attributes = NewFilePermissions.of(file, permissions);
        if (position == 0) {
            return FileChannel.open(file, FROM_THE_START, attributes);
        }
        FileChannel channel = FileChannel.open(file, FROM_A_POSITION, attributes);
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
