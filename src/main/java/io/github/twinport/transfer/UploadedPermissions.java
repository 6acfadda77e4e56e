// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Gives uploaded files the permissions of their sources (SITE CHMOD), where both sides know such. */
record UploadedPermissions(WorkerConnection connection) {

    private static final Logger LOG = System.getLogger(UploadedPermissions.class.getName());

    /** Copies them; a server that refuses keeps its own. */
    void copy(Path local, RemotePath remote) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(local, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            connection.changePermissions(remote, mode(view.readAttributes().permissions()));
        } catch (FtpException.Refused e) {
            LOG.log(Level.DEBUG, "the server does not set permissions", e);
        }
    }

    /** The Unix mode, for instance 0644. */
    static int mode(Set<PosixFilePermission> permissions) {
        PosixFilePermission[] all = PosixFilePermission.values();
        int mode = 0;
        // The constants stand in the order of the bits, from the owner's right to read down.
        for (PosixFilePermission each : all) {
            mode = mode << 1 | (permissions.contains(each) ? 1 : 0);
        }
        return mode;
    }
}
