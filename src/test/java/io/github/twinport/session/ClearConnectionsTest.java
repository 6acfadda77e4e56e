// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import io.github.twinport.support.TlsVersion;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on in clear because the user wants it: data connections (PROT C), the control connection (CCC). */
class ClearConnectionsTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @Test
    void dataConnectionsAreInClearWhereItIsAskedFor() {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3"));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .tls(tls -> tls.withDataProtection(DataProtection.CLEAR))
                        .open()) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.3"));
            assertThat(server.commands()).containsSequence("PBSZ 0", "PROT C");
            assertThat(server.tlsSessions()).hasSize(1);
        }
    }

    @Test
    void aServerThatWantsThemEncryptedIsAClearFailure() {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("PROT", "534 only P"));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .tls(tls -> tls.withDataProtection(DataProtection.CLEAR))
                        .open()) {
            assertThat(session.failure(TlsFailed.class, client -> 1)).hasMessageContaining("534 only P");
        }
    }

    @Test
    void nobodyAsksForCccUnlessTheUserDoes() {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3"));
                var session =
                        TestSession.plan(server).security(Security.EXPLICIT_TLS).open()) {
            session.run(client -> client.noop());
            assertThat(server.commands()).doesNotContain("CCC");
        }
    }

    /** In TLS 1.2 a JSSE server always answers close_notify; one that does not is played with TLS 1.3. */
    @ParameterizedTest
    @CsvSource({"TLSv1.2,true", "TLSv1.3,true", "TLSv1.3,false"})
    void theControlConnectionGoesOnInClearAfterCcc(String version, boolean answered) {
        try (var server = ScriptedServer.startForEach(secured(version)
                        .on("CCC", (s, argument) -> s.send("200 ok").stopTls(answered)));
                var session = clearing(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            session.run(client -> {
                assertThat(client.tlsVersion()).isEmpty();
                client.noop();
            });
            assertThat(server.connections()).isEqualTo(1);
            // The data connection is as protected as before.
            assertThat(server.tlsSessions()).hasSize(2);
        }
    }

    /** The record is one that no TLS of this side has asked for: it comes when TLS is over. */
    @Test
    void aCloseNotifyThatComesLateIsNoText() {
        byte[] alert = {21, 3, 3, 0, 19, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("CCC", (s, argument) -> {
                    s.send("200 ok").stopTls(false).expect("FEAT");
                    s.sendBytes(alert).sendLines("211-Features", " SIZE", "211 End");
                }));
                var session = clearing(server)) {
            session.run(client -> assertThat(client.features().has("SIZE")).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"533 not here", "500 what?"})
    void aServerThatRefusesCccGoesOnEncrypted(String reply) {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("CCC", reply));
                var session = clearing(server)) {
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.3"));
        }
    }

    @Test
    void aServerThatEndsTheConnectionWithTlsIsLost() {
        try (var server = ScriptedServer.start(s -> secured("TLSv1.3")
                        .on("CCC", (c, argument) -> c.send("200 ok").close())
                        .play(s));
                var session = clearing(server)) {
            session.failure(ConnectionLost.class, client -> 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsVersion.class,
            names = {"TLS_1_2", "TLS_1_3"})
    void proFtpdGoesOnInClearAfterCcc(TlsVersion version) {
        RealServer.assume(ServerKind.PROFTPD);
        try (RealServer server = RealServer.start(ServerKind.PROFTPD, Security.EXPLICIT_TLS, version);
                var session =
                        real(server).tls(tls -> tls.withClearControl(true)).open()) {
            session.run(client -> {
                assertThat(client.tlsVersion())
                        .as(() -> session.log().toString())
                        .isEmpty();
                assertThat(TestSession.store(client, "/a", HELLO)).isEqualTo(5);
                assertThat(TestSession.retrieve(client, "/a")).isEqualTo(HELLO);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PYFTPD"})
    void realServersTakeDataConnectionsInClear(ServerKind kind) {
        RealServer.assume(kind);
        try (RealServer server = RealServer.start(kind, Security.EXPLICIT_TLS, TlsVersion.ANY);
                var session = real(server)
                        .tls(tls -> tls.withDataProtection(DataProtection.CLEAR))
                        .open()) {
            session.run(client -> {
                assertThat(client.tlsVersion()).isPresent();
                assertThat(TestSession.store(client, "/a", HELLO)).isEqualTo(5);
                assertThat(TestSession.retrieve(client, "/a")).isEqualTo(HELLO);
            });
            assertThat(session.log()).noneMatch(line -> line.contains("session resumed"));
        }
    }

    private static TestSession.Plan real(RealServer server) {
        return TestSession.plan(server.host(), server.port())
                .security(Security.EXPLICIT_TLS)
                .credentials(new Credentials(RealServer.USER, RealServer.PASSWORD));
    }

    private static TestSession clearing(ScriptedServer server) {
        return TestSession.plan(server)
                .security(Security.EXPLICIT_TLS)
                .tls(tls -> tls.withClearControl(true))
                .open();
    }

    private static Responder secured(String version) {
        SSLContext context = TestCertificates.get().serverContext(Identity.VALID);
        return Responder.standard()
                .on("AUTH", (s, argument) -> s.send("234 go").tlsMayEnd().startTls(context, version))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send(HELLO)).send("226 done"));
    }
}
