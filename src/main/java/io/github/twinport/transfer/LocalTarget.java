// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.rules.RenamePattern;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The place on this computer to which a download goes, and the temporary file beside it. */
final class LocalTarget {

    private final Path target;
    private final Path temporary;

    LocalTarget(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** The last name of a path, also of a root. */
    static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    Path path() {
        return target;
    }

    Path temporary() {
        return temporary;
    }

    /** What stands at the target, null for nothing. */
    @Nullable
    Entry existing() throws IOException {
        return entry(target);
    }

    /** What a local file looks like in a listing, null when there is none. */
    static @Nullable Entry entry(Path path) throws IOException {
        try {
            BasicFileAttributes link = itself(path);
            if (link == null) {
                return null;
            }
            BasicFileAttributes found = link.isSymbolicLink() && Files.exists(path)
                    ? Files.readAttributes(path, BasicFileAttributes.class)
                    : link;
            EntryKind kind = found.isDirectory()
                    ? EntryKind.FOLDER
                    : found.isRegularFile()
                            ? EntryKind.FILE
                            : found.isSymbolicLink() ? EntryKind.LINK : EntryKind.OTHER;
            Timestamp modified = new Timestamp(found.lastModifiedTime().toInstant(), Precision.FRACTION);
            return new Entry(plain(name(path)), kind, found.size(), modified, "", "", "", null);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** What stands at a path, without following links; null for nothing, which costs much less than a failure. */
    private static @Nullable BasicFileAttributes itself(Path path) throws IOException {
        return path.getFileSystem()
                .provider()
                .readAttributesIfExists(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The length of the temporary file in bytes, 0 when there is none. */
    long temporarySize() throws IOException {
        try {
            return Files.size(temporary);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** A target beside this one whose name is free. */
    Path freeName(RenamePattern pattern, LocalDateTime now) {
        String original = LocalNames.HERE.original(name(target));
        return target.resolveSibling(new FreeName(pattern, now, LocalNames.HERE)
                .beside(original, name -> Files.exists(target.resolveSibling(name), LinkOption.NOFOLLOW_LINKS)));
    }

    /**
     * Gives the complete temporary file its time and its last name.
     *
     * @param replace whether what stands there is to be replaced; its permissions are kept
     * @throws FileAlreadyExistsException when something stands there and is not to be replaced
     */
    void place(@Nullable Timestamp modified, boolean replace) throws IOException {
        setModified(temporary, modified);
        if (!replace && itself(target) != null) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (replace) {
            keepPermissions();
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            if (replace) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(temporary, target);
            }
        }
    }

    /** Sets a file's time where it is known. */
    static void setModified(Path file, @Nullable Timestamp modified) throws IOException {
        if (modified != null) {
            // With the time of access the system has no need to look for the old one.
            Files.getFileAttributeView(file, BasicFileAttributeView.class)
                    .setTimes(FileTime.from(modified.instant()), FileTime.from(Instant.now()), null);
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView fresh = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (old != null && fresh != null && Files.exists(target)) {
            fresh.setPermissions(old.readAttributes().permissions());
        }
    }

    private static String plain(String name) {
        return EntryName.isPlain(name) ? name : EntryName.escaped(name).replace('/', '_');
    }
}
