// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Keeps what a server decides inside a folder of this computer: below it, no link may stand for a folder, whoever made
 * it and wherever it leads now. The folder itself is the user's and may be reached through links. Immutable; any thread.
 *
 * @param base the folder that the user has named
 */
public record LinkGuard(Path base) {

    /** Guards what is transferred to a place of the user's choice: the folder that holds it is the user's. */
    static LinkGuard of(TransferRequest top) {
        Path local = top.local().toAbsolutePath();
        return new LinkGuard(Objects.requireNonNullElse(local.getParent(), local));
    }

    /**
     * Looks at all folders from the base down to a place, and at the place itself, as far as they exist.
     *
     * @throws LinkInTheWayException when one of them is a link
     * @throws FileSystemException when the place is outside of the base
     */
    public void demandNoLink(Path place) throws IOException {
        if (!place.startsWith(base)) {
            throw new FileSystemException(place.toString(), null, "not in " + base);
        }
        Path at = base;
        try {
            for (Path name : base.relativize(place)) {
                Path parent = at;
                at = at.resolve(name);
                if (isLink(parent, at)) {
                    throw new LinkInTheWayException(at.toString());
                }
            }
        } catch (NoSuchFileException e) {
            // What does not exist is no link, nor is there anything below it.
        }
    }

    /** Whether no part of the way to a place is a link. */
    boolean isWithoutLink(Path place) throws IOException {
        try {
            demandNoLink(place);
            return true;
        } catch (LinkInTheWayException e) {
            return false;
        }
    }

    /** A Windows junction looks like any folder that something else takes care of, only that it really is elsewhere. */
    private static boolean isLink(Path parent, Path place) throws IOException {
        BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isDirectory() && found.isOther()) {
            return !place.toRealPath().equals(parent.toRealPath().resolve(place.getFileName()));
        }
        return found.isSymbolicLink();
    }
}
