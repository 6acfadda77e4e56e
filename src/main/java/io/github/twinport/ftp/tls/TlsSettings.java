// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is done on a control connection and its data connections.
 *
 * @param authorities verifies chains; the platform's own trust store unless a test brings one
 * @param decider is asked when verification fails
 * @param versions the protocol versions that may be used, in JSSE's names
 * @param clientCertificate what is shown to servers that ask who we are; null for nothing
 * @param dataProtection whether data connections are encrypted too
 * @param clearControl whether the control connection goes on in clear after the login (CCC), for routers that have to
 *     read the ports of data connections; the password stays encrypted, names and commands do not
 */
public record TlsSettings(
        X509ExtendedTrustManager authorities,
        TrustDecider decider,
        List<String> versions,
        @Nullable ClientCertificate clientCertificate,
        DataProtection dataProtection,
        boolean clearControl) {

    /** TLS 1.3 and 1.2; nothing older is spoken unless a user asks for it. */
    public static final List<String> MODERN_VERSIONS = OldestTls.TLS_1_2.versions();

    /** Everything is encrypted and stays so; nothing is shown to the server. */
    public TlsSettings(X509ExtendedTrustManager authorities, TrustDecider decider, List<String> versions) {
        this(authorities, decider, versions, null, DataProtection.PRIVATE, false);
    }

    /** Keeps its own copy of the versions. */
    public TlsSettings {
        versions = List.copyOf(versions);
    }

    /** The platform's authorities, modern versions. */
    public static TlsSettings of(TrustDecider decider) {
        return new TlsSettings(PlatformAuthorities.trustManager(), decider, MODERN_VERSIONS);
    }

    /**
     * The same without TLS 1.3, for servers whose TLS 1.3 does not resume sessions; unchanged where nothing else is
     * allowed, for no version is ever added.
     */
    public TlsSettings withoutTls13() {
        List<String> older =
                versions.stream().filter(version -> !version.equals("TLSv1.3")).toList();
        return older.isEmpty() ? this : withVersions(older);
    }

    /** The same with other versions, in JSSE's names. */
    public TlsSettings withVersions(List<String> other) {
        return new TlsSettings(authorities, decider, other, clientCertificate, dataProtection, clearControl);
    }

    /** The same with a certificate of the client. */
    public TlsSettings withClientCertificate(@Nullable ClientCertificate other) {
        return new TlsSettings(authorities, decider, versions, other, dataProtection, clearControl);
    }

    /** The same with another protection of data connections. */
    public TlsSettings withDataProtection(DataProtection other) {
        return new TlsSettings(authorities, decider, versions, clientCertificate, other, clearControl);
    }

    /** The same with a control connection that does or does not go on in clear after the login. */
    public TlsSettings withClearControl(boolean clear) {
        return new TlsSettings(authorities, decider, versions, clientCertificate, dataProtection, clear);
    }
}
