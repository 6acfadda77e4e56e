// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes folders on a server that an upload needs and that are not there. Belongs to one worker. */
final class RemoteFolders {

    private final WorkerConnection connection;

    RemoteFolders(WorkerConnection connection) {
        this.connection = connection;
    }

    /**
     * Makes a folder and those above it that are missing.
     *
     * @return false when it was there already
     */
    boolean makeMissing(RemotePath folder) throws IOException {
        if (folder.equals(RemotePath.ROOT) || refusal(folder) == null) {
            return false;
        }
        makeMissing(Objects.requireNonNullElse(folder.parent(), RemotePath.ROOT));
        try {
            connection.makeFolder(folder);
        } catch (FtpException.Refused e) {
            // Another worker may have been faster.
            FtpException.Refused missing = refusal(folder);
            if (missing != null) {
                // A server that cannot tell just now has not said that there is no such folder.
                throw missing.reply().isTransientRefusal() ? missing : e;
            }
        }
        return true;
    }

    /** Going into a folder is the proof that it exists; null then. */
    private FtpException.@Nullable Refused refusal(RemotePath folder) throws IOException {
        try {
            connection.changeFolder(folder);
            return null;
        } catch (FtpException.Refused e) {
            return e;
        }
    }
}
