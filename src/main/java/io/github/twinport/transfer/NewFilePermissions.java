// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.UnixPermissions;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** With what permissions a file is made, so that the system's mask for new files takes its part away. */
final class NewFilePermissions {

    private static final FileAttribute<?>[] USUAL = {};

    private NewFilePermissions() {}

    /** The attributes of a new file; none where nothing is known or the file system has no permissions. */
    static FileAttribute<?>[] of(Path file, int permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (permissions == UnixPermissions.UNKNOWN || !posix) {
            return USUAL;
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set(permissions))};
    }

    private static Set<PosixFilePermission> set(int permissions) {
        Set<PosixFilePermission> set = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        PosixFilePermission[] all = PosixFilePermission.values();
        // The constants stand in the order of the bits, from the owner's right to read down.
        for (int i = 0; i < all.length; i++) {
            if ((permissions & 0400 >> i) != 0) {
                set.add(all[i]);
            }
        }
        return set;
    }
}
