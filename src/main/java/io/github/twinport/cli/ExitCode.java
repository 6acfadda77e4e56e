// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.secrets.VaultException;
import io.github.twinport.transfer.FailureKind;

/** How a headless command ended, as the shell sees it. */
enum ExitCode {
    /** Everything was done. */
    DONE(0),
    /** Some of it, or all, could not be done; what could be done has been. */
    SOME_FAILED(1),
    /** The command line makes no sense. */
    USAGE(2),
    /** The server could not be reached, or the connection to it did not last. */
    CONNECTION(3),
    /** User or password were refused. */
    LOGIN(4),
    /** The server's certificate was not accepted. */
    CERTIFICATE(5),
    /** The user interrupted it (128 and the number of SIGINT, as shells count). */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell gets. */
    int number() {
        return number;
    }

    /** What a failure of the whole command ends with. */
    static ExitCode of(Throwable failure) {
        return switch (failure) {
            case InterruptedCommandException ignored -> INTERRUPTED;
            case UsageException ignored -> USAGE;
            case VaultException.TooShort ignored -> USAGE;
            case VaultException ignored -> LOGIN;
            case PasswordMissingException ignored -> LOGIN;
            case FtpException ftp -> of(ftp);
            default -> SOME_FAILED;
        };
    }

    private static ExitCode of(FtpException failure) {
        return switch (failure) {
            case FtpException.ClientCertificateUnusable ignored -> USAGE;
            case FtpException.Cancelled ignored -> INTERRUPTED;
            default -> of(FailureKind.of(failure));
        };
    }

    /** What transfers end with that have all failed by the same kind of failure. */
    static ExitCode of(FailureKind kind) {
        return switch (kind) {
            case CONNECTION -> CONNECTION;
            case LOGIN -> LOGIN;
            case CERTIFICATE -> CERTIFICATE;
            case OTHER -> SOME_FAILED;
        };
    }
}
