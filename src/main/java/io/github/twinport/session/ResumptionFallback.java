// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.control.Watchdog;

/**
 * Decides what to do about data connections that are refused because their TLS session was not resumed. The first refusal
 * may be chance, or for want of tickets, of which a new connection brings fresh ones: ProFTPD gives no new one after an
 * upload, and JSSE uses each once. The second one decides: TLS 1.2 resumes on every server that was measured. Where the
 * server refuses that, TLS 1.3 with fresh tickets is what there is. Used by the lane thread only.
 */
final class ResumptionFallback {

    /** So often a data connection is refused in one session before TLS 1.3 is given up. */
    static final int DECIDING = 2;

    private int refusals;
    private boolean onlyTls13;

    /** Takes note that a data connection was refused for its session. */
    void refused() {
        refusals++;
    }

    /**
     * Connects with what is known by now.
     *
     * @param inSteps whether each command has to wait for the reply to the one before
     * @throws FtpException when the connection cannot be opened
     */
    FtpClient connect(ConnectionSettings settings, Watchdog watchdog, boolean inSteps) throws FtpException {
        boolean withoutTls13 = refusals >= DECIDING && !onlyTls13;
        FtpClient client = FtpClient.connect(settings, watchdog, inSteps, withoutTls13);
        onlyTls13 |= withoutTls13 && !client.profile().withoutTls13();
        return client;
    }
}
