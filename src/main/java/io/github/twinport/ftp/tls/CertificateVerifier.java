// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.Server;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the certificates of one control connection and its data connections. JSSE asks only in full handshakes, so
 * the number of questions also tells whether a handshake resumed the session. Used by the lane thread only.
 */
final class CertificateVerifier extends X509ExtendedTrustManager {

    private final Server server;
    private final X509ExtendedTrustManager authorities;
    private final TrustDecider decider;
    private @Nullable X509Certificate accepted;
    private @Nullable String rejection;
    private int fullHandshakes;

    CertificateVerifier(Server server, X509ExtendedTrustManager authorities, TrustDecider decider) {
        this.server = server;
        this.authorities = authorities;
        this.decider = decider;
    }

    /** How many handshakes did not resume a session so far. */
    int fullHandshakes() {
        return fullHandshakes;
    }

    /** Why the last certificate was refused, or null. */
    @Nullable
    String rejection() {
        return rejection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        fullHandshakes++;
        rejection = null;
        if (chain[0].equals(accepted)) {
            return;
        }
        Set<CertificateProblem> problems = problemsOf(chain, authType, engine);
        if (!problems.isEmpty()) {
            ServerCertificate certificate = new ServerCertificate(server, List.of(chain), problems);
            // Who answers a data connection with a doubtful certificate that is not the control connection's is not
            // the server that was agreed to, unless anybody will do.
            boolean stranger = accepted != null && !decider.acceptsAll();
            if (stranger || decider.decide(certificate) == TrustDecision.REJECT) {
                rejection = accepted == null ? words(problems) : "it is not the one of the control connection";
                throw new CertificateException(rejection);
            }
        }
        accepted = chain[0];
    }

    /** Without the fingerprint: who copies it accepts the certificate, and should know of whom first. */
    private static String words(Set<CertificateProblem> problems) {
        return problems.stream()
                .map(problem -> switch (problem) {
                    case UNTRUSTED -> "it is signed by nobody who is known here";
                    case WRONG_HOST -> "it is made for another host";
                    case EXPIRED -> "its time has passed or has not come yet";
                })
                .collect(Collectors.joining(", "));
    }

    private Set<CertificateProblem> problemsOf(X509Certificate[] chain, String authType, SSLEngine engine) {
        try {
            authorities.checkServerTrusted(chain, authType, engine);
            return Set.of();
        } catch (CertificateException verification) {
            return classify(chain, authType, engine);
        }
    }

    private Set<CertificateProblem> classify(X509Certificate[] chain, String authType, SSLEngine engine) {
        Set<CertificateProblem> problems = EnumSet.noneOf(CertificateProblem.class);
        try {
            chain[0].checkValidity();
        } catch (CertificateException outOfDate) {
            problems.add(CertificateProblem.EXPIRED);
        }
        try {
            authorities.checkServerTrusted(chain, authType);
            problems.add(CertificateProblem.WRONG_HOST);
        } catch (CertificateException untrusted) {
            if (problems.isEmpty() || !leadsToAuthority(chain)) {
                problems.add(CertificateProblem.UNTRUSTED);
            }
            if (new HostCheck(chain[0]).isOtherHost(authType, engine)) {
                problems.add(CertificateProblem.WRONG_HOST);
            }
        }
        return problems;
    }

    /** Whether the signatures alone lead to an authority, so that nothing but the date stands against the chain. */
    private boolean leadsToAuthority(X509Certificate[] chain) {
        for (int i = 0; i < chain.length; i++) {
            X509Certificate certificate = chain[i];
            if (Arrays.stream(authorities.getAcceptedIssuers())
                    .anyMatch(authority -> isSigned(certificate, authority))) {
                return true;
            }
            if (i + 1 == chain.length || !isSigned(certificate, chain[i + 1])) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate signer) {
        try {
            if (!certificate.getIssuerX500Principal().equals(signer.getSubjectX500Principal())
                    || signer.getBasicConstraints() < 0) {
                return false;
            }
            certificate.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("only engines are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("only engines are used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a client has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("a client has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a client has no clients");
    }
}
