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

    /** The same with TLS 1.2 only, for servers whose TLS 1.3 does not resume sessions. */
    public TlsSettings withoutTls13() {
        return new TlsSettings(authorities, decider, List.of("TLSv1.2"));
    }
}
