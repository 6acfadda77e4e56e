// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.CertificateFileProblem;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException.ClientCertificateUnusable;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.tls.ClientCertificate;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to know by a certificate who the client is. */
class ClientCertificateTest {

    private static final String PASSWORD = TestCertificates.get().password();
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theCertificateIsShownOnBothConnections(String version) {
        try (var server = ScriptedServer.startForEach(demanding(version));
                var session = open(server, file(Identity.VALID))) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(session.log().toString()).doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerThatWantsOneSaysSo(String version) {
        try (var server = ScriptedServer.start(s -> {
                    s.send("220 hi").expect("AUTH TLS").send("234 go").demandClientCertificate();
                    s.expectFailedHandshake(TestCertificates.get().demandingContext(Identity.VALID), version);
                });
                var session =
                        TestSession.plan(server).security(Security.EXPLICIT_TLS).open()) {
            TlsFailed failure = session.failure(TlsFailed.class, client -> 1);
            assertThat(failure).hasMessageContaining("asks for a certificate");
        }
    }

    @Test
    void aFileThatCannotBeUsedIsToldBeforeAnythingIsSent(@TempDir Path folder) throws IOException {
        TestCertificates certificates = TestCertificates.get();
        Path garbage = Files.writeString(folder.resolve("garbage.p12"), "no certificate");
        Path valid = certificates.keyStore(Identity.VALID);
        failsWith(CertificateFileProblem.MISSING, new ClientCertificate(folder.resolve("nowhere.p12"), PASSWORD));
        failsWith(CertificateFileProblem.UNREADABLE, new ClientCertificate(garbage, PASSWORD));
        failsWith(CertificateFileProblem.UNREADABLE, new ClientCertificate(folder, PASSWORD));
        failsWith(CertificateFileProblem.WRONG_PASSWORD, new ClientCertificate(valid, "secret-7788"));
        failsWith(CertificateFileProblem.NO_KEY, new ClientCertificate(certificates.trustStoreFile(), PASSWORD));
        failsWith(CertificateFileProblem.EXPIRED, file(Identity.EXPIRED));
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(file(Identity.VALID).toString()).doesNotContain(PASSWORD).contains(".p12");
    }

    /** With vsftpd and ProFTPD data connections have to resume the session as well. */
    @ParameterizedTest
    @CsvSource({"VSFTPD,TLS_1_2", "VSFTPD,TLS_1_3", "PROFTPD,TLS_1_2", "PROFTPD,TLS_1_3"})
    void realServersLetTheCertificateIn(ServerKind kind, TlsVersion version) {
        RealServer.assume(kind);
        RealServer.Options options =
                RealServer.Options.of(Security.EXPLICIT_TLS).tls(version).demandCertificate();
        try (RealServer server = RealServer.start(kind, options);
                var session = TestSession.plan(server.host(), server.port())
                        .security(Security.EXPLICIT_TLS)
                        .credentials(new Credentials(RealServer.USER, RealServer.PASSWORD))
                        .tls(tls -> tls.withClientCertificate(file(Identity.VALID)))
                        .open();
                var anonymous = TestSession.plan(server.host(), server.port())
                        .security(Security.EXPLICIT_TLS)
                        .credentials(new Credentials(RealServer.USER, RealServer.PASSWORD))
                        .open()) {
            session.run(client -> {
                assertThat(TestSession.store(client, "/a", HELLO)).isEqualTo(5);
                assertThat(TestSession.names(client, "/")).contains("a");
            });
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(anonymous.failure(TlsFailed.class, client -> 1)).hasMessageContaining("asks for a certificate");
        }
    }

    private static void failsWith(CertificateFileProblem problem, ClientCertificate certificate) {
        try (var server = ScriptedServer.start(s -> s.send("220 hi").expectEnd());
                var session = open(server, certificate)) {
            ClientCertificateUnusable failure = session.failure(ClientCertificateUnusable.class, client -> 1);
            assertThat(failure.problem()).isEqualTo(problem);
            assertThat(failure.file()).isEqualTo(certificate.file());
            assertThat(failure).hasMessageNotContaining(certificate.password());
            server.assertFinished();
            assertThat(server.commands()).isEmpty();
        }
    }

    private static ClientCertificate file(Identity identity) {
        return new ClientCertificate(TestCertificates.get().keyStore(identity), PASSWORD);
    }

    private static TestSession open(ScriptedServer server, ClientCertificate certificate) {
        return TestSession.plan(server)
                .security(Security.EXPLICIT_TLS)
                .tls(tls -> tls.withClientCertificate(certificate))
                .open();
    }

    private static Responder demanding(String version) {
        SSLContext context = TestCertificates.get().demandingContext(Identity.VALID);
        SSLContext forData = TestCertificates.get().demandingContext(Identity.VALID);
        return Responder.standard()
                .on(
                        "AUTH",
                        (s, argument) ->
                                s.send("234 go").demandClientCertificate().startTls(context, version))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .dataContext(forData)
                                .data(d -> d.send(HELLO))
                                .send("226 done"));
    }
}
