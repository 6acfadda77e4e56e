// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ClientCertificateUnusable;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Server;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * The TLS of one control connection and its data connections. Servers such as vsftpd and ProFTPD demand that every data
 * connection resumes the session of its control connection. JSSE keeps sessions per {@link SSLContext} under the host and
 * port that an engine is made with, so each control connection has a context of its own and all its engines name the
 * control connection's host and port. Used by the lane thread only.
 */
public final class TlsContext {

    static {
        // vsftpd's TLS 1.2 tickets claim to live for 68 years and JSSE throws such tickets away; without the ticket
        // extension session identifiers are used, which resume on every server that was measured. Read by JSSE when a
        // context is made; TLS 1.3 is not affected.
        System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
    }

    private final Server server;
    private final TlsSettings settings;
    private final SSLContext context;
    private final CertificateVerifier verifier;
    private final ClientIdentity identity;
    private final TlsBuffers dataBuffers = TlsBuffers.forData();

    /**
     * For one control connection.
     *
     * @throws ClientCertificateUnusable when the client's certificate cannot be used
     * @throws TlsFailed when Java allows none of the versions
     */
    public TlsContext(Server server, TlsSettings settings, TrustDecider decider) throws FtpException {
        this.server = server;
        this.settings = settings;
        this.identity = ClientIdentity.of(settings.clientCertificate());
        this.verifier = new CertificateVerifier(server, settings.authorities(), decider);
        try {
            context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {identity}, new TrustManager[] {verifier}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
        List<String> allowed = List.of(context.getDefaultSSLParameters().getProtocols());
        if (settings.versions().stream().noneMatch(allowed::contains)) {
            throw new TlsFailed("this Java runtime does not allow " + settings.versions(), null);
        }
    }

    /** Wraps the connected control connection. */
    public TlsChannel controlChannel(SocketChannel socket) {
        return new TlsChannel(socket, engine(), verifier, identity, TlsBuffers.forControl());
    }

    /** Wraps a connected data connection; only one may be in use at a time, as on every FTP session. */
    public TlsChannel dataChannel(SocketChannel socket) {
        dataBuffers.reset();
        return new TlsChannel(socket, engine(), verifier, identity, dataBuffers);
    }

    private SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine(server.host(), server.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(settings.versions().toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }
}
