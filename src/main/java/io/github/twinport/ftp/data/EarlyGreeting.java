// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.control.ControlConnection;
import java.util.List;
import java.util.Locale;

/**
 * Whether the handshake on a data connection begins before the server has accepted the command, which saves a round trip.
 * Only with servers that were measured to leave the first words where they are until they have accepted: pyftpdlib resets
 * connections on which TLS begins early. Belongs to the lane thread.
 */
final class EarlyGreeting {

    private static final List<String> MEASURED = List.of("vsftpd", "proftpd", "pure-ftpd");
    private static final String TICKETS_ARE_SPENT = "TLSv1.3";

    private final ControlConnection control;
    private boolean wasted;

    EarlyGreeting(ControlConnection control) {
        this.control = control;
    }

    /** Greets where it saves a round trip. */
    void before(DataTransfer transfer) {
        String welcome = control.welcome().toLowerCase(Locale.ROOT);
        if (!wasted && MEASURED.stream().anyMatch(welcome::contains)) {
            transfer.greet();
        }
    }

    /**
     * Waits until the server has accepted the command. A ticket of TLS 1.3 is good for one greeting, and there are few: a
     * refused command wastes it, so that the first one is the last.
     */
    void accepted(DataTransfer transfer) throws FtpException {
        try {
            transfer.awaitAcceptance();
        } catch (Refused e) {
            wasted = control.tlsVersion().filter(TICKETS_ARE_SPENT::equals).isPresent();
            throw e;
        }
    }
}
