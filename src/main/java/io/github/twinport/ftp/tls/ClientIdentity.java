// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.CertificateFileProblem;
import io.github.twinport.ftp.FtpException.ClientCertificateUnusable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Who this side is in the handshakes of one control connection and its data connections. The user has chosen the
 * certificate for this server, so it is shown whatever authorities the server names; JSSE's own key manager would send
 * none where they do not match. Also notes that the server has asked, to explain a refusal. Used by the lane thread only.
 */
final class ClientIdentity extends X509ExtendedKeyManager {

    private static final String ALIAS = "client";

    private final @Nullable PrivateKey key;
    private final X509Certificate[] chain;
    private boolean asked;

    private ClientIdentity(@Nullable PrivateKey key, X509Certificate... chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * Reads the file.
     *
     * @param certificate null for nobody in particular
     * @throws ClientCertificateUnusable when it holds no key that can be used now
     */
    static ClientIdentity of(@Nullable ClientCertificate certificate) throws ClientCertificateUnusable {
        return certificate == null ? new ClientIdentity(null) : read(certificate);
    }

    private static ClientIdentity read(ClientCertificate certificate) throws ClientCertificateUnusable {
        try {
            char[] password = certificate.password().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(certificate.file())), password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (store.getKey(alias, password) instanceof PrivateKey key && chain != null) {
                    X509Certificate[] certificates = Arrays.stream(chain)
                            .map(X509Certificate.class::cast)
                            .toArray(X509Certificate[]::new);
                    certificates[0].checkValidity();
                    return new ClientIdentity(key, certificates);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ClientCertificateUnusable(certificate.file(), problem(e), e);
        }
        throw new ClientCertificateUnusable(certificate.file(), CertificateFileProblem.NO_KEY, null);
    }

    private static CertificateFileProblem problem(Exception failure) {
        return switch (failure) {
            case NoSuchFileException missing -> CertificateFileProblem.MISSING;
            case UnrecoverableKeyException wrong -> CertificateFileProblem.WRONG_PASSWORD;
            case CertificateExpiredException expired -> CertificateFileProblem.EXPIRED;
            case CertificateNotYetValidException early -> CertificateFileProblem.NOT_YET_VALID;
            default ->
                failure.getCause() instanceof UnrecoverableKeyException
                        ? CertificateFileProblem.WRONG_PASSWORD
                        : CertificateFileProblem.UNREADABLE;
        };
    }

    /** Whether the server wants a certificate and there is none to show. */
    boolean isMissed() {
        return asked && key == null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        asked = true;
        return key != null && Arrays.asList(keyTypes).contains(key.getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return key == null ? null : chain.clone();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
        return key == null ? null : new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
