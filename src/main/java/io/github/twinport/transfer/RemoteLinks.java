// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells where symbolic links of a server lead, and which would be followed for ever. A folder's real place is what PWD
 * says inside of it. Belongs to one thread.
 */
public final class RemoteLinks {

    /** Goes into folders. */
    @FunctionalInterface
    public interface Places {
        /**
         * Goes into a folder and asks where that is.
         *
         * @throws FtpException.Refused where the path is no folder that may be entered
         */
        RemotePath enter(RemotePath folder) throws IOException;
    }

    /** What a link leads to. */
    public enum Kind {
        /** A file, or nothing at all. */
        FILE,
        /** A folder that can be entered. */
        FOLDER,
        /** A folder in which the link lies itself. */
        LOOP,
        /** A folder of which the server does not say where it really is, so that it might never end. */
        UNCERTAIN
    }

    private final Places places;
    private final Map<RemotePath, RemotePath> real = new HashMap<>();

    /** Looks at links in the given way. */
    public RemoteLinks(Places places) {
        this.places = places;
    }

    /** Where a link leads. */
    public Kind kind(RemotePath link) throws IOException {
        RemotePath place;
        try {
            place = real(link);
        } catch (FtpException.Refused e) {
            return Kind.FILE;
        }
        if (place.equals(link)) {
            return Kind.UNCERTAIN;
        }
        // Not only the real folders above: a link between may have led there, and would again.
        for (@Nullable RemotePath above = link.parent(); above != null; above = above.parent()) {
            if (isAt(above, place)) {
                return Kind.LOOP;
            }
        }
        return Kind.FOLDER;
    }

    /** A folder that may not be entered is told only as what its own path says. */
    private boolean isAt(RemotePath folder, RemotePath place) throws IOException {
        try {
            return real(folder).equals(place);
        } catch (FtpException.Refused e) {
            return folder.equals(place);
        }
    }

    /** A server that could not tell just then is asked once more. */
    private RemotePath enter(RemotePath folder) throws IOException {
        try {
            return places.enter(folder);
        } catch (FtpException.Refused e) {
            if (!e.reply().isTransientRefusal()) {
                throw e;
            }
            return places.enter(folder);
        }
    }

    private RemotePath real(RemotePath folder) throws IOException {
        RemotePath known = real.get(folder);
        if (known == null) {
            known = enter(folder);
            real.put(folder, known);
        }
        return known;
    }
}
