// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Security;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When TLS begins on a data connection: before the server has accepted the command, where servers leave it in peace. */
class EarlyGreetingTest {

    /** The first byte of a TLS record that belongs to a handshake. */
    private static final byte HANDSHAKE = 22;

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aTransferWorksWithOneThatWasMeasured(String version) {
        try (var server = ScriptedServer.start(s -> {
                    loggedIn(s, "(vsFTPd 3.0.3)", version).extendedPassive().expect("RETR /a");
                    coming(s);
                });
                var session = open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            server.assertFinished();
        }
    }

    @Test
    void comesBeforeTheAcceptanceAgainAndAgainWithTls12() {
        Script script = s -> {
            loggedIn(s, "ProFTPD Server", "TLSv1.2");
            refusedAfterGreeting(s);
            refusedAfterGreeting(s);
            s.protectData(true).extendedPassive().expect("RETR /a");
            coming(s);
        };
        try (var server = ScriptedServer.start(script);
                var session = open(server)) {
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            server.assertFinished();
        }
    }

    @Test
    void isNotWastedTwiceWithTls13() {
        Script script = s -> {
            loggedIn(s, "(vsFTPd 3.0.3)", "TLSv1.3");
            refusedAfterGreeting(s);
            greetedAfterAcceptance(s);
        };
        try (var server = ScriptedServer.start(script);
                var session = open(server)) {
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            session.failure(FtpException.class, client -> TestSession.retrieve(client, "/a"));
            server.assertFinished();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyftpdlib 1.5.7 ready.", "hello"})
    void waitsForTheAcceptanceOfOthers(String welcome) {
        try (var server = ScriptedServer.start(s -> greetedAfterAcceptance(loggedIn(s, welcome, "TLSv1.2")));
                var session = open(server)) {
            session.failure(FtpException.class, client -> TestSession.retrieve(client, "/a"));
            server.assertFinished();
        }
    }

    private static void coming(Conversation s) {
        s.send("150 coming").data(d -> d.send(HELLO)).send("226 done");
    }

    private static void refusedAfterGreeting(Conversation s) {
        s.protectData(false)
                .extendedPassive()
                .expect("RETR /a")
                .data(d -> assertThat(d.receive(1)).containsExactly(HANDSHAKE))
                .send("550 no such file");
    }

    private static void greetedAfterAcceptance(Conversation s) {
        s.protectData(false).extendedPassive().expect("RETR /a").data(d -> {
            assertThat(d.waiting()).isZero();
            s.send("150 coming");
            assertThat(d.receive(1)).containsExactly(HANDSHAKE);
        });
        s.send("426 enough");
    }

    private static Conversation loggedIn(Conversation s, String welcome, String version) {
        s.send("220 " + welcome).expect("AUTH TLS").send("234 go on");
        s.startTls(TestCertificates.get().serverContext(Identity.VALID), version);
        s.expect("USER me").send("331 password").expectPrefix("PASS ").send("230 in");
        s.expect("PBSZ 0").send("200 ok").expect("PROT P").send("200 ok");
        s.expect("FEAT").send("500 what?").expect("PWD").send("257 \"/\"");
        return s.expect("TYPE I").send("200 ok");
    }

    private static TestSession open(ScriptedServer server) {
        return TestSession.plan(server).security(Security.EXPLICIT_TLS).open();
    }
}
