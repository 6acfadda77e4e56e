// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How TLS is done on a control connection and its data connections.
 *
 * @param authorities verifies chains; the platform's own trust store unless a test brings one
 * @param decider is asked when verification fails
 * @param versions the protocol versions that may be used, in JSSE's names
 */
public record TlsSettings(X509ExtendedTrustManager authorities, TrustDecider decider, List<String> versions) {

    /** TLS 1.3 and 1.2; nothing older is ever spoken. */
    public static final List<String> MODERN_VERSIONS = List.of("TLSv1.3", "TLSv1.2");

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
        return older.isEmpty() ? this : new TlsSettings(authorities, decider, older);
    }
}
