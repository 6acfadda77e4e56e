// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.control.Watchdog;

/**
 * Connects without TLS 1.3 once a server has refused a data connection because its TLS session was not resumed: TLS 1.2
 * resumes on every server that was measured. Where the server refuses TLS 1.2, a new connection with TLS 1.3 brings at
 * least fresh tickets. Used by the lane thread only.
 */
final class ResumptionFallback {

    private boolean withoutTls13;
    private boolean onlyTls13;

    /** Takes note that a data connection was refused for its session. */
    void refused() {
        withoutTls13 = !onlyTls13;
    }

    /**
     * Connects with what is known by now.
     *
     * @param inSteps whether each command has to wait for the reply to the one before
     * @throws FtpException when the connection cannot be opened
     */
    FtpClient connect(ConnectionSettings settings, Watchdog watchdog, boolean inSteps) throws FtpException {
        if (withoutTls13) {
            try {
                return FtpClient.connect(settings.withTls(settings.tls().withoutTls13()), watchdog, inSteps);
            } catch (TlsFailed e) {
                withoutTls13 = false;
                onlyTls13 = true;
            }
        }
        return FtpClient.connect(settings, watchdog, inSteps);
    }
}
