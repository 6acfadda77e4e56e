// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Compares the host that an engine talks to with the hosts of a certificate that nobody vouches for: JSSE's own check comes
 * after the signatures, so it is done with the certificate itself for an authority. Any thread.
 */
final class HostCheck {

    private final X509Certificate certificate;

    HostCheck(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Whether it is sure that the certificate is made for other hosts. */
    boolean isOtherHost(String authType, SSLEngine engine) {
        X509Certificate[] alone = {certificate};
        try {
            X509ExtendedTrustManager trusting = trusting();
            trusting.checkServerTrusted(alone, authType);
            return !isAccepted(trusting, alone, authType, engine);
        } catch (GeneralSecurityException | IOException e) {
            // Something else stands against it, which hides the answer.
            return false;
        }
    }

    private static boolean isAccepted(
            X509ExtendedTrustManager trusting, X509Certificate[] alone, String authType, SSLEngine engine) {
        try {
            trusting.checkServerTrusted(alone, authType, engine);
            return true;
        } catch (CertificateException otherHost) {
            return false;
        }
    }

    private X509ExtendedTrustManager trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("shown", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no trust manager looks at engines");
    }
}
