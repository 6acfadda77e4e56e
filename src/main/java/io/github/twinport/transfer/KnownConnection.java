// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import java.nio.charset.Charset;

/**
 * What the journal keeps of a connection: enough to make it again, but no secret. Immutable; any thread.
 *
 * @param server where to connect
 * @param user who logs in
 * @param dataMode which side opens data connections
 * @param charset the charset of names for servers that do not speak UTF-8
 */
public record KnownConnection(Server server, String user, DataMode dataMode, Charset charset) {

    /** What is kept of settings. */
    public static KnownConnection of(ConnectionSettings settings) {
        return new KnownConnection(
                settings.server(), settings.credentials().user(), settings.dataMode(), settings.charset());
    }

    /** Settings that name the server and open nothing, until the login is known. */
    ConnectionSettings locked() {
        ConnectionSettings settings = new ConnectionSettings(
                server, new Credentials(user, ""), TlsSettings.of(TrustDecider.STRICT), line -> {});
        return new ConnectionSettings(
                server, settings.credentials(), dataMode, charset, settings.tls(), settings.timeouts(), line -> {});
    }
}
