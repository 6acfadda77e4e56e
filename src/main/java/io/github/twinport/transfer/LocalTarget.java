// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.rules.RenamePattern;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The place on this computer to which a download goes, and the temporary file beside it. What somebody puts there in the
 * meantime, a link for instance, is replaced or left alone, but never followed.
 */
final class LocalTarget {

    private final Path target;
    private final Path temporary;
    private final HeldFolder folder;

    /**
     * A target.
     *
     * @param folder holds both files
     */
    LocalTarget(Path target, Path temporary, HeldFolder folder) {
        this.folder = folder;
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

    /** The length of the temporary file in bytes, 0 when there is none or something else, which is not gone on with. */
    long temporarySize() throws IOException {
        BasicFileAttributes found = itself(temporary);
        return found != null && found.isRegularFile() && names(temporary) == 1 ? found.size() : 0;
    }

    /** Whether the target itself is a file: nothing is appended through a link. */
    boolean isFile() throws IOException {
        BasicFileAttributes found = itself(target);
        return found != null && found.isRegularFile();
    }

    /** How many names a file has; with another one it may be anybody's. */
    private static int names(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                : 1;
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
        folder.demandInPlace();
        setModified(temporary, modified);
        BasicFileAttributes there = itself(target);
        if (!replace && there != null) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (there != null && there.isRegularFile()) {
            keepPermissions();
        }
        folder.rename(temporary, target);
    }

    /** Removes the temporary file. */
    void removeTemporary() throws IOException {
        LocalFiles.remove(folder, temporary);
    }

    /** Sets the time of a file of the folder where it is known. */
    void setModified(Path file, @Nullable Timestamp modified) throws IOException {
        BasicFileAttributeView view = folder.view(file, BasicFileAttributeView.class);
        if (modified != null && view != null) {
            // With the time of access the system has no need to look for the old one.
            view.setTimes(FileTime.from(modified.instant()), FileTime.from(Instant.now()), null);
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView old = folder.view(target, PosixFileAttributeView.class);
        PosixFileAttributeView fresh = folder.view(temporary, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            fresh.setPermissions(old.readAttributes().permissions());
        }
    }

    private static String plain(String name) {
        return EntryName.isPlain(name) ? name : EntryName.escaped(name).replace('/', '_');
    }
}
