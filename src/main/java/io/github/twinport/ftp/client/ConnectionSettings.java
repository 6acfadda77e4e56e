// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.Secrets;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.ftp.tls.TlsSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a control connection needs to be opened and used. Immutable; any thread.
 *
 * @param server where to connect
 * @param credentials who logs in
 * @param dataMode which side opens data connections
 * @param charset the charset of names; UTF-8 unless the user knows that the server has another one
 * @param tls how TLS is done where the server's security asks for it
 * @param timeouts the limits of each phase
 * @param transcript takes the protocol log
 * @param options what few servers need
 */
public record ConnectionSettings(
        Server server,
        Credentials credentials,
        DataMode dataMode,
        Charset charset,
        TlsSettings tls,
        Timeouts timeouts,
        Transcript transcript,
        ConnectionOptions options) {

    /** Settings without options. */
    public ConnectionSettings(
            Server server,
            Credentials credentials,
            DataMode dataMode,
            Charset charset,
            TlsSettings tls,
            Timeouts timeouts,
            Transcript transcript) {
        this(server, credentials, dataMode, charset, tls, timeouts, transcript, ConnectionOptions.NONE);
    }

    /** Settings with everything left at its default. */
    public ConnectionSettings(Server server, Credentials credentials, TlsSettings tls, Transcript transcript) {
        this(server, credentials, DataMode.AUTOMATIC, StandardCharsets.UTF_8, tls, Timeouts.DEFAULT, transcript);
    }

    /** The same with another login. */
    public ConnectionSettings withCredentials(Credentials other) {
        return new ConnectionSettings(server, other, dataMode, charset, tls, timeouts, transcript, options);
    }

    /** The same with other TLS settings. */
    public ConnectionSettings withTls(TlsSettings other) {
        return new ConnectionSettings(server, credentials, dataMode, charset, other, timeouts, transcript, options);
    }

    /** The same with another server. */
    ConnectionSettings withServer(Server other) {
        return new ConnectionSettings(other, credentials, dataMode, charset, tls, timeouts, transcript, options);
    }

    /** The same with other options. */
    public ConnectionSettings withOptions(ConnectionOptions other) {
        return new ConnectionSettings(server, credentials, dataMode, charset, tls, timeouts, transcript, other);
    }

    /** All that a server or a proxy could repeat and nobody may see. */
    Secrets secrets() {
        List<String> texts = new ArrayList<>();
        if (!credentials.equals(Credentials.ANONYMOUS)) {
            texts.add(credentials.password());
        }
        texts.add(credentials.account());
        FtpProxy ftpProxy = options.login().proxy();
        if (ftpProxy != null) {
            texts.add(ftpProxy.password());
        }
        switch (options.proxy()) {
            case null -> {}
            case Proxy.Socks5 socks -> texts.add(socks.password());
            case Proxy.HttpConnect http -> {
                texts.add(http.password());
                texts.add(http.login());
            }
        }
        return new Secrets(texts, charset);
    }
}
