// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.UnixPermissions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** How the files of downloads are written. Any thread. */
interface LocalFiles {

    /** Nothing may stand there. */
    Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    /** It has to stand there. */
    Set<StandardOpenOption> THERE = Set.of(StandardOpenOption.WRITE);

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
     * Opens a file for writing and locks it, so that no other program of ours writes the same. At position 0 it is made
     * anew, whatever stood there: nothing that somebody has put there, be it a link, a second name of another file or a
     * pipe, is ever written into. At any other position the file has to be there.
     *
     * @param folder its folder
     * @param position where to begin, in bytes; what lies behind is cut off
     * @param permissions what a new file may allow at most, or {@link UnixPermissions#UNKNOWN} for what is usual; the
     *     owner can always read and write it, and nobody gets more than the system's mask for new files leaves
     * @throws TransferException.TemporaryInUse when another program writes it
     */
    default WritableByteChannel write(HeldFolder folder, Path file, long position, int permissions) throws IOException {
        SeekableByteChannel channel = position == 0
                ? create(folder, file, NewFilePermissions.of(file, permissions))
                : folder.open(file, THERE);
        try {
            lock(channel, file);
            if (position > 0) {
                channel.truncate(position);
                channel.position(position);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static SeekableByteChannel create(HeldFolder folder, Path file, FileAttribute<?>... attributes)
            throws IOException {
        try {
            return folder.open(file, NEW, attributes);
        } catch (FileAlreadyExistsException e) {
            remove(folder, file);
            return folder.open(file, NEW, attributes);
        }
    }

    /**
     * Removes a temporary file, or whatever else stands under its name.
     *
     * @throws TransferException.TemporaryInUse when another program writes it
     */
    static void remove(HeldFolder folder, Path file) throws IOException {
        BasicFileAttributeView view = folder.view(file, BasicFileAttributeView.class);
        if (view != null) {
            try {
                if (view.readAttributes().isRegularFile()) {
                    demandUnused(folder, file);
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
        folder.delete(file);
    }

    private static void demandUnused(HeldFolder folder, Path file) throws IOException {
        try (SeekableByteChannel there = folder.open(file, THERE)) {
            lock(there, file);
        } catch (AccessDeniedException e) {
            // Then it is nobody's who writes as this user.
        }
    }

    private static void lock(SeekableByteChannel channel, Path file) throws IOException {
        if (channel instanceof FileChannel lockable && !isLocked(lockable)) {
            throw new TransferException.TemporaryInUse(LocalTarget.name(file));
        }
    }

    /** Whether it is ours now; some network disks have no locks, and are written without. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            System.getLogger(LocalFiles.class.getName()).log(Level.DEBUG, "a disk without locks", e);
            return true;
        }
    }
}
