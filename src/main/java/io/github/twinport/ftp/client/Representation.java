// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import org.jspecify.annotations.Nullable;

/** How files travel over one control connection; told to the server only when it changes. Belongs to the lane thread. */
final class Representation {

    private final ControlConnection control;
    private @Nullable TransferType type;

    Representation(ControlConnection control) {
        this.control = control;
    }

    /** TYPE I or TYPE A. */
    void use(TransferType wanted) throws FtpException {
        if (type == wanted) {
            return;
        }
        Command command = Command.of("TYPE", wanted.code());
        Reply reply = control.execute(command);
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
        type = wanted;
    }
}
