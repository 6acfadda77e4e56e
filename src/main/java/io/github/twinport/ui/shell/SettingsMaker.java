// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.transfer.KnownConnection;
import java.nio.charset.Charset;

/**
 * Makes the engine's settings of what the user asks for. Immutable; any thread.
 *
 * @param tls how TLS is done
 * @param timeouts the limits of each phase
 * @param transcript takes the protocol log
 * @param options what holds for every server
 */
public record SettingsMaker(TlsSettings tls, Timeouts timeouts, Transcript transcript, ConnectionOptions options) {

    /** Without options. */
    public SettingsMaker(TlsSettings tls, Timeouts timeouts, Transcript transcript) {
        this(tls, timeouts, transcript, ConnectionOptions.NONE);
    }

    /** The settings for one request, login and what else is secret. */
    ConnectionSettings settings(ConnectRequest request, Credentials credentials, OptionSecrets.Found secrets) {
        return settings(
                request.server(), credentials, request.dataMode(), request.charset(), request.options(), secrets);
    }

    /** The settings to go on with a connection of an earlier run as its site says now. */
    ConnectionSettings settings(
            KnownConnection connection, Credentials credentials, SiteOptions site, OptionSecrets.Found secrets) {
        return settings(connection.server(), credentials, connection.dataMode(), connection.charset(), site, secrets);
    }

    private ConnectionSettings settings(
            Server server,
            Credentials credentials,
            DataMode dataMode,
            Charset charset,
            SiteOptions site,
            OptionSecrets.Found secrets) {
        return new ConnectionSettings(
                server,
                new Credentials(
                        credentials.user(), credentials.password(), site.login().account()),
                dataMode,
                charset,
                site.protection().applyTo(tls, secrets.certificate()),
                timeouts,
                transcript,
                site.applyTo(options, secrets.proxy()));
    }
}
