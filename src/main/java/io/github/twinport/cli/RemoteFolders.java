// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;

/** Makes folders on a server together with those above them. */
final class RemoteFolders {

    private RemoteFolders() {}

    /** Makes a folder unless it is there. */
    static void make(FtpClient client, RemotePath folder) throws FtpException {
        RemotePath parent = folder.parent();
        if (parent == null || Found.isFolder(client, folder)) {
            return;
        }
        make(client, parent);
        client.makeFolder(folder);
    }
}
