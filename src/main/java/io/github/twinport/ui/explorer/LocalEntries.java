// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Reads what a pane shows of one local file. */
final class LocalEntries {

    private LocalEntries() {}

    /** The entry; one whose attributes cannot be read still has its name. */
    static Entry read(Path path, String name) {
        try {
            var attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isSymbolicLink()) {
                return entry(name, kind(attributes), attributes, null);
            }
            String target = Files.readSymbolicLink(path).toString();
            try {
                var behind = attributes(path);
                return entry(name, kind(behind), behind, target);
            } catch (IOException broken) {
                return entry(name, EntryKind.LINK, attributes, target);
            }
        } catch (IOException unreadable) {
            return Entry.named(name, EntryKind.OTHER);
        }
    }

    private static BasicFileAttributes attributes(Path path, LinkOption... options) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.readAttributes(path, PosixFileAttributes.class, options)
                : Files.readAttributes(path, BasicFileAttributes.class, options);
    }

    private static EntryKind kind(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return EntryKind.FOLDER;
        }
        return attributes.isRegularFile() ? EntryKind.FILE : EntryKind.OTHER;
    }

    private static Entry entry(String name, EntryKind kind, BasicFileAttributes attributes, @Nullable String target) {
        String permissions = "";
        String owner = "";
        String group = "";
        if (attributes instanceof PosixFileAttributes posix) {
            permissions = PosixFilePermissions.toString(posix.permissions());
            owner = posix.owner().getName();
            group = posix.group().getName();
        }
        long size = kind == EntryKind.FILE ? attributes.size() : Entry.UNKNOWN_SIZE;
        var modified = new Timestamp(attributes.lastModifiedTime().toInstant(), Precision.FRACTION);
        return new Entry(name, kind, size, modified, permissions, owner, group, target);
    }
}
