// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.Server;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What a server showed in a handshake and what is wrong with it. Immutable; any thread.
 *
 * @param server who showed it
 * @param chain its certificate first, then those that signed it
 * @param problems why it cannot be verified; never empty when somebody is asked
 */
public record ServerCertificate(Server server, List<X509Certificate> chain, Set<CertificateProblem> problems) {

    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException when the chain is empty
     */
    public ServerCertificate {
        chain = List.copyOf(chain);
        problems = Set.copyOf(problems);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** The server's own certificate. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The SHA-256 digest of the server's certificate, in upper case hexadecimal pairs with colons. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("SHA-256 of a parsed certificate is always there", e);
        }
    }
}
