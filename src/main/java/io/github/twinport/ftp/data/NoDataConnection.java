// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;

/** One way to a data connection does not work, so the next one may be tried: the command has not been begun. */
final class NoDataConnection extends Exception {

    private static final long serialVersionUID = 1;

    private final transient FtpException reason;

    NoDataConnection(FtpException reason) {
        super(reason);
        this.reason = reason;
    }

    FtpException reason() {
        return reason;
    }
}
