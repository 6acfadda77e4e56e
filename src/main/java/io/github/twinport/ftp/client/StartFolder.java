// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;

/** Where the server has put us, which it may still have to tell. Belongs to the lane thread. */
final class StartFolder {

    private final ControlConnection control;
    private final PendingReply asked;

    StartFolder(ControlConnection control, PendingReply asked) {
        this.control = control;
        this.asked = asked;
    }

    /** The folder; waits for the reply where it has not come. */
    RemotePath path() throws FtpException {
        return PathReply.parse(control.await(asked));
    }
}
