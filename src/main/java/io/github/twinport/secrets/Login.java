// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import io.github.twinport.ftp.Server;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a password is for. The protection belongs to it: a password saved for TLS is not found for a connection in clear.
 * Immutable; any thread.
 *
 * @param server the server; the case of its name does not matter
 * @param user the user's name there
 */
public record Login(Server server, String user) {

    /** Writes the host in lower case. */
    public Login {
        server = new Server(server.host().toLowerCase(Locale.ROOT), server.port(), server.security());
    }

    /** The text to which the encrypted password is bound, so that one entry cannot be put in another's place. */
    byte[] label() {
        return (server.security() + "\n" + server.host() + "\n" + server.port() + "\n" + user)
                .getBytes(StandardCharsets.UTF_8);
    }
}
