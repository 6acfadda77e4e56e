// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file on this computer as it was when somebody looked. Immutable.
 *
 * @param path where it is
 * @param size its length in bytes
 * @param modified when it was last changed
 */
record UploadSource(Path path, long size, Timestamp modified) {

    /** Looks at a file; null when it is a folder, a device or a pipe. */
    static @Nullable UploadSource look(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return found.isRegularFile()
                ? new UploadSource(
                        path,
                        found.size(),
                        new Timestamp(found.lastModifiedTime().toInstant(), Precision.FRACTION))
                : null;
    }

    /** Whether nobody has written to it since. */
    boolean isUnchanged() throws IOException {
        return equals(look(path));
    }

    /** What it looks like in a listing, under the name that it will have on the server. */
    Entry as(String name) {
        return new Entry(name, EntryKind.FILE, size, modified, "", "", "", null);
    }

    /** The note of a file on the server that will have its content. */
    Partial under(String name) {
        return Partial.begun(name, size, modified);
    }
}
