// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps the program's own files to their owner, whatever folder they lie in. Stateless; any thread. */
final class OwnerOnly {

    private static final System.Logger LOGGER = System.getLogger(OwnerOnly.class.getName());
    private static final Set<PosixFilePermission> READ_AND_WRITE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> POSIX = PosixFilePermissions.asFileAttribute(READ_AND_WRITE);

    private OwnerOnly() {}

    /** Makes an empty file that nobody else could open at any moment; one that is there stays as it is. */
    static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createFile(file, POSIX);
            } else {
                Files.createFile(file);
                restrict(file);
            }
        } catch (FileAlreadyExistsException e) {
            LOGGER.log(Level.TRACE, "{0} is there", file);
        }
    }

    /** Takes what others may do with a file of this program, and with all whose names begin with its name, from them. */
    static void restrictAll(Path folder, String name) throws IOException {
        String family = name.substring(0, name.lastIndexOf('.') + 1);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().startsWith(family))) {
            files.forEach(OwnerOnly::restrict);
        }
    }

    /** A file of somebody else's, or on a disk without permissions, stays as it is: that is no reason not to work. */
    private static void restrict(Path file) {
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (posix == null) {
                restrictByList(file);
            } else if (posix.readAttributes().isRegularFile()
                    && !posix.readAttributes().permissions().equals(READ_AND_WRITE)) {
                posix.setPermissions(READ_AND_WRITE);
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "the permissions of " + file + " cannot be changed", e);
        }
    }

    /** Windows. */
    private static void restrictByList(Path file) throws IOException {
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
