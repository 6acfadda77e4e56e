// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.net.Socket;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Verifies chains against the certificate authorities that this machine trusts. They are read when the first chain comes,
 * because reading more than a hundred certificates takes longer than some commands do. Any thread.
 */
final class PlatformAuthorities extends X509ExtendedTrustManager {

    private static final PlatformAuthorities INSTANCE = new PlatformAuthorities();

    private PlatformAuthorities() {}

    /** All that this machine trusts. */
    static X509ExtendedTrustManager trustManager() {
        return INSTANCE;
    }

    /** The class is initialised, and the authorities are read, by the first use. */
    private static final class Loaded {

        private static final X509ExtendedTrustManager AUTHORITIES = load();

        private static X509ExtendedTrustManager load() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                for (TrustManager manager : factory.getTrustManagers()) {
                    if (manager instanceof X509ExtendedTrustManager x509) {
                        return x509;
                    }
                }
                throw new IllegalStateException("the platform has no X.509 trust manager");
            } catch (NoSuchAlgorithmException | KeyStoreException e) {
                throw new IllegalStateException("the platform's trust store cannot be read", e);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        Loaded.AUTHORITIES.checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        Loaded.AUTHORITIES.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        Loaded.AUTHORITIES.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        Loaded.AUTHORITIES.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        Loaded.AUTHORITIES.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        Loaded.AUTHORITIES.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return Loaded.AUTHORITIES.getAcceptedIssuers();
    }
}
