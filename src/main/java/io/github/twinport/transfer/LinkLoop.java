// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds symbolic links of this computer that would be followed for ever. */
public final class LinkLoop {

    private LinkLoop() {}

    /** Whether a link leads to a folder in which it lies itself, by whatever way it was reached. */
    public static boolean isAt(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        Path real = path.toRealPath();
        for (@Nullable Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (above.toRealPath().equals(real)) {
                return true;
            }
        }
        return false;
    }
}
