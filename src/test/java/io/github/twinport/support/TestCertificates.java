// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A certificate authority and server certificates made on the spot with the JDK's keytool, in a temporary folder. Each
 * certificate is made when it is first asked for, which takes about a second, and kept for the life of the JVM. All
 * methods may be called from any thread.
 */
public final class TestCertificates {

    /** The certificates a server can show. */
    public enum Identity {
        /** Signed by the authority, valid, for localhost, 127.0.0.1 and ::1. */
        VALID("localhost", "dns:localhost,ip:127.0.0.1,ip:::1"),
        /** Like {@link #VALID}, but its time is over. */
        EXPIRED("expired", "dns:localhost,ip:127.0.0.1,ip:::1"),
        /** Signed by the authority, valid, for other.example only. */
        OTHER_HOST("other.example", "dns:other.example"),
        /** Signed by nobody but itself, for localhost, 127.0.0.1 and ::1. */
        SELF_SIGNED("self-signed", "dns:localhost,ip:127.0.0.1,ip:::1");

        private final String commonName;
        private final String alternativeNames;

        Identity(String commonName, String alternativeNames) {
            this.commonName = commonName;
            this.alternativeNames = alternativeNames;
        }

        private String alias() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final TestCertificates INSTANCE = new TestCertificates();

    private final Path folder;
    private final Path everything;

    private TestCertificates() {
        folder = TemporaryFolder.create("twinport-certificates");
        everything = folder.resolve("everything.p12");
    }

    /** The one set of this JVM. */
    public static TestCertificates get() {
        return INSTANCE;
    }

    /** The password of all key stores. */
    public String password() {
        return PASSWORD;
    }

    /** The certificate of the authority that a client may trust. */
    public synchronized X509Certificate authority() {
        return (X509Certificate) chain(AUTHORITY)[0];
    }

    /** A server's own certificate. */
    public synchronized X509Certificate certificate(Identity identity) {
        return (X509Certificate) chain(identity.alias())[0];
    }

    /** A key store that holds only the authority, for a client's trust manager. */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry(AUTHORITY, authority());
            return store;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Trusts the authority of these certificates and nobody else. */
    public X509ExtendedTrustManager trustManager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore());
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS12 file with the server's key and chain. */
    public synchronized Path keyStore(Identity identity) {
        Path file = folder.resolve(identity.alias() + ".p12");
        if (!Files.exists(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                serverStore(identity).store(out, PASSWORD.toCharArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
        return file;
    }

    /** A PEM file with the server's certificate followed by the authority's. */
    public Path chainPem(Identity identity) {
        return write(identity.alias() + ".chain.pem", certificatePem(identity.alias()));
    }

    /** A PEM file with the server's private key. */
    public Path keyPem(Identity identity) {
        return write(identity.alias() + ".key.pem", privateKeyPem(identity));
    }

    /** A PEM file with the server's private key followed by its chain. */
    public Path keyAndChainPem(Identity identity) {
        return write(identity.alias() + ".pem", privateKeyPem(identity) + certificatePem(identity.alias()));
    }

    /** A PEM file with the authority's certificate. */
    public Path authorityPem() {
        return write("authority.pem", certificatePem(AUTHORITY));
    }

    /** What a server needs to show that identity. A new context each time, so no session is resumed by accident. */
    public SSLContext serverContext(Identity identity) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(serverStore(identity), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Like {@link #serverContext}, for servers that ask clients for a certificate of the authority. */
    public SSLContext demandingContext(Identity identity) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(serverStore(identity), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A PKCS12 file without any key. */
    public Path trustStoreFile() {
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trustStore().store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A context of a client that trusts the authority. */
    public SSLContext clientContext() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized KeyStore serverStore(Identity identity) {
        try {
            Certificate[] chain = chain(identity.alias());
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key(identity), PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized Key key(Identity identity) {
        chain(identity.alias());
        try {
            return loadEverything().getKey(identity.alias(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized Certificate[] chain(String alias) {
        try {
            if (!Files.exists(everything)) {
                keytool(AUTHORITY, "Twinport test authority", List.of("-ext", "bc:c", "-validity", "30"));
            }
            if (!loadEverything().containsAlias(alias)) {
                Identity identity = Identity.valueOf(alias.toUpperCase(Locale.ROOT));
                List<String> options = new ArrayList<>(List.of("-ext", "SAN=" + identity.alternativeNames));
                if (identity != Identity.SELF_SIGNED) {
                    options.addAll(List.of("-signer", AUTHORITY));
                }
                options.addAll(
                        identity == Identity.EXPIRED
                                ? List.of("-startdate", "-30d", "-validity", "10")
                                : List.of("-validity", "30"));
                keytool(alias, identity.commonName, options);
            }
            return loadEverything().getCertificateChain(alias);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void keytool(String alias, String commonName, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + commonName,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-storetype",
                "PKCS12",
                "-keystore",
                everything.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(options);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("keytool failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while keytool ran", e);
        }
    }

    private KeyStore loadEverything() {
        try (InputStream in = Files.newInputStream(everything)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String certificatePem(String alias) {
        var text = new StringBuilder();
        for (Certificate certificate : chain(alias)) {
            try {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }
        return text.toString();
    }

    private String privateKeyPem(Identity identity) {
        return pem("PRIVATE KEY", key(identity).getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private synchronized Path write(String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            TemporaryFolder.restrict(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
