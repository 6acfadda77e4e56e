// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this computer into which files are written, below one that the user has named.
 *
 * <p>Others may be allowed to write there, too. Where the system can, the folder is held open: what is written, renamed and
 * removed is so in that very folder, wherever its path leads meanwhile. No link is followed on the way to it below the
 * user's folder, and none in it.
 *
 * <p>What remains: where folders cannot be held open (Windows), somebody can put a link into the way between the look at
 * it and the use; and everywhere somebody who may write to the folder can exchange the temporary file itself, or put a
 * file at the target's name just before it is replaced. Any thread.
 */
final class HeldFolder {

    private final Path path;
    private final LinkGuard guard;
    private final @Nullable SecureDirectoryStream<Path> stream;
    private final @Nullable Object key;

    /** How many attempts use it; guarded by {@link HeldFolders}. */
    int users;

    private HeldFolder(Path path, LinkGuard guard, @Nullable SecureDirectoryStream<Path> stream) throws IOException {
        this.path = path;
        this.guard = guard;
        this.stream = stream;
        key = stream == null
                ? null
                : stream.getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                        .fileKey();
    }

    /**
     * Opens a folder, made when it does not exist.
     *
     * @throws LinkInTheWayException when a link stands on the way to it
     */
    static HeldFolder open(LinkGuard guard, Path folder) throws IOException {
        guard.demandNoLink(folder);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        SecureDirectoryStream<Path> stream = stream(guard.base(), folder);
        try {
            return new HeldFolder(folder, guard, stream);
        } catch (IOException | RuntimeException e) {
            if (stream != null) {
                stream.close();
            }
            throw e;
        }
    }

    /** Goes down name by name; null where the system cannot. The folder that comes of it is closed by its holder. */
    @SuppressWarnings("StreamResourceLeak")
    private static @Nullable SecureDirectoryStream<Path> stream(Path base, Path folder) throws IOException {
        SecureDirectoryStream<Path> stream = secure(Files.newDirectoryStream(base));
        if (stream == null || folder.equals(base)) {
            return stream;
        }
        for (Path name : base.relativize(folder)) {
            try (SecureDirectoryStream<Path> above = stream) {
                stream = above.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return stream;
    }

    private static @Nullable SecureDirectoryStream<Path> secure(DirectoryStream<Path> opened) throws IOException {
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        opened.close();
        return null;
    }

    Path path() {
        return path;
    }

    LinkGuard guard() {
        return guard;
    }

    /** Whether its path still leads to this folder, without any link below the user's folder. */
    boolean isInPlace() throws IOException {
        if (key == null) {
            return guard.isWithoutLink(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        }
        BasicFileAttributes there = path.getFileSystem()
                .provider()
                .readAttributesIfExists(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return there != null && Objects.equals(there.fileKey(), key);
    }

    /**
     * Fails when the folder is not where it was: what is written into it would not be where it is looked for.
     *
     * @throws LinkInTheWayException when a link stands there now
     */
    void demandInPlace() throws IOException {
        if (!isInPlace()) {
            guard.demandNoLink(path);
            throw Files.exists(path)
                    ? new NotDirectoryException(path.toString())
                    : new NoSuchFileException(path.toString());
        }
    }

    /** Opens a file of this folder; a link is not followed. */
    SeekableByteChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return stream == null
                ? Files.newByteChannel(file, all, attributes)
                : stream.newByteChannel(file.getFileName(), all, attributes);
    }

    /** A view of a file of this folder, of a link itself; null where the file system has no such view. */
    <V extends FileAttributeView> @Nullable V view(Path file, Class<V> type) {
        return stream == null
                ? Files.getFileAttributeView(file, type, LinkOption.NOFOLLOW_LINKS)
                : stream.getFileAttributeView(file.getFileName(), type, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes a file of this folder if it is there. */
    void delete(Path file) throws IOException {
        if (stream == null) {
            Files.deleteIfExists(file);
            return;
        }
        try {
            stream.deleteFile(file.getFileName());
        } catch (NoSuchFileException e) {
            // Gone already.
        }
    }

    /** Gives a file of this folder another name, in the place of what has it. */
    void rename(Path file, Path target) throws IOException {
        if (stream == null) {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            stream.move(file.getFileName(), stream, target.getFileName());
        }
    }

    void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
