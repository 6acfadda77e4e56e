// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.transfer.KnownConnection;

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

    /** The settings for one request and login. */
    ConnectionSettings settings(ConnectRequest request, Credentials credentials) {
        return new ConnectionSettings(
                request.server(),
                credentials,
                request.dataMode(),
                request.charset(),
                tls,
                timeouts,
                transcript,
                options);
    }

    /** The settings to go on with a connection of an earlier run. */
    ConnectionSettings settings(KnownConnection connection, Credentials credentials) {
        return new ConnectionSettings(
                connection.server(),
                credentials,
                connection.dataMode(),
                connection.charset(),
                tls,
                timeouts,
                transcript,
                options);
    }
}
