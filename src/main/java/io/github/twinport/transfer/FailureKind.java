// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;

/** What a failure is about, for those who decide by it and not by its words. */
public enum FailureKind {
    /** The server could not be reached, or the connection to it did not last. */
    CONNECTION,
    /** User or password were refused. */
    LOGIN,
    /** The server's certificate was not accepted. */
    CERTIFICATE,
    /** Anything else: files, permissions, this computer. */
    OTHER;

    /** The kind of a failure. */
    public static FailureKind of(Throwable failure) {
        return failure instanceof FtpException ftp ? of(ftp) : OTHER;
    }

    private static FailureKind of(FtpException failure) {
        return switch (failure) {
            case FtpException.LoginRefused ignored -> LOGIN;
            case FtpException.CertificateRejected ignored -> CERTIFICATE;
            case FtpException.ClientCertificateUnusable ignored -> OTHER;
            case FtpException.Refused ignored -> OTHER;
            case FtpException.Incomplete ignored -> OTHER;
            case FtpException.Oversized ignored -> OTHER;
            case FtpException.TooDeep ignored -> OTHER;
            case FtpException.EndlessListing ignored -> OTHER;
            case FtpException.Cancelled ignored -> OTHER;
            default -> CONNECTION;
        };
    }
}
