// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.LoginRefused;
import io.github.twinport.ftp.FtpException.ServiceRefused;
import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first words with a server. */
class LoginTest {

    @Test
    void asksTheServerAboutItselfAfterTheLogin() {
        try (var server = ScriptedServer.start(s -> s.send("220 hi")
                        .expect("USER me")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("230 in")
                        .expect("FEAT")
                        .sendLines("211-Features", " UTF8", " MLST type*;size*;modify*;", "211 End")
                        .expect("OPTS UTF8 ON")
                        .send("200 ok")
                        .expect("PWD")
                        .send("257 \"/home/me\" is here")
                        .expect("NOOP")
                        .send("200 ok"));
                var session = TestSession.open(server)) {
            session.run(client -> {
                assertThat(client.startFolder()).hasToString("/home/me");
                client.noop();
            });
            server.assertFinished();
        }
    }

    @Test
    void usesTheCharsetThatTheUserKnowsWhateverTheServerSays() throws Exception {
        try (var server = ScriptedServer.start(s -> s.login()
                        .expect("FEAT")
                        .sendLines("211-Features", " UTF8", "211 End")
                        .expect("PWD")
                        .sendBytes("257 \"/grüß\"\r\n".getBytes(StandardCharsets.ISO_8859_1))
                        .stall());
                var session = new Session(new ConnectionSettings(
                        new Server(server.host(), server.port(), Security.PLAIN),
                        new Credentials("me", TestSession.PASSWORD),
                        DataMode.AUTOMATIC,
                        StandardCharsets.ISO_8859_1,
                        TlsSettings.of(TrustDecider.STRICT),
                        Timeouts.DEFAULT,
                        line -> {}))) {
            assertThat(session.submit(FtpClient::startFolder).get(60, TimeUnit.SECONDS))
                    .hasToString("/grüß");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"230 no password needed", "232 known already"})
    void goesOnWithoutAPasswordWhereNoneIsAskedFor(String reply) {
        try (var server = ScriptedServer.start(
                        s -> afterLogin(s.send("220 hi").expect("USER me").send(reply)));
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
        }
    }

    @Test
    void givesTheAccountWhereOneIsAskedFor() {
        try (var server = ScriptedServer.start(s -> afterLogin(s.send("220 hi")
                        .expect("USER me")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("332 account")
                        .expect("ACCT " + TestSession.ACCOUNT)
                        .send("230 in")));
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
        }
    }

    @Test
    void waitsForAServerThatNeedsAWhile() {
        try (var server = ScriptedServer.start(s -> afterLogin(
                        s.sendLines("120-wait", "120 ready in 3 minutes").login()));
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
        }
    }

    @Test
    void aGreetingOfManyLinesInManyPacketsIsOneGreeting() {
        try (var server = ScriptedServer.start(s -> afterLogin(s.dribble("220-hi\n220-2 users\n331 of 500\n220 go\n")
                        .expect("USER me")
                        .send("230 in")));
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
        }
    }

    @Test
    void aRefusedPasswordIsARefusedLogin() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("PASS", "530 Login incorrect."));
                var session = TestSession.open(server)) {
            LoginRefused refused = session.failure(LoginRefused.class, client -> 1);
            assertThat(refused.reply().code()).isEqualTo(530);
            server.awaitDisconnected();
            assertThat(session.session().state()).isEqualTo(new SessionState.Broken(refused));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "530 Sorry, the maximum number of clients (1) for this user are already connected.",
                "530 Too many users",
                "421 too many"
            })
    void aFullServerIsNotARefusedLogin(String reply) {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("PASS", reply));
                var session = TestSession.open(server)) {
            ServiceRefused refused = session.failure(ServiceRefused.class, client -> 1);
            assertThat(refused.reply().toString()).isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 There are too many connected users", "530 not you", "451 broken", "331 password?"})
    void anythingButAGreetingIsARefusedService(String greeting) {
        try (var server = ScriptedServer.startForEach(Responder.standard().greeting(greeting));
                var session = TestSession.open(server)) {
            assertThat(session.failure(ServiceRefused.class, client -> 1).reply())
                    .hasToString(greeting);
            server.awaitDisconnected();
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void aServerThatClosesWithoutAWordIsALostConnection() {
        try (var server = ScriptedServer.startForEach(s -> s.close());
                var session = TestSession.open(server)) {
            assertThat(session.failure(ConnectionLost.class, client -> 1).phase())
                    .isEqualTo(Phase.CONNECT);
        }
    }

    @Test
    void aServerThatResetsTheConnectionIsALostConnection() {
        try (var server = ScriptedServer.startForEach(
                        s -> s.send("220 hi").expect("USER me").reset());
                var session = TestSession.open(server)) {
            assertThat(session.failure(ConnectionLost.class, client -> 1).phase())
                    .isEqualTo(Phase.REPLY);
        }
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        try (var session = TestSession.plan("127.0.0.1", port).open()) {
            Unreachable failure = session.failure(Unreachable.class, client -> 1);
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure.hostAndPort()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void aNameWithoutAddressIsAnUnknownHost() {
        try (var session = TestSession.plan("no-such-host.invalid", 21).open()) {
            assertThat(session.failure(UnknownHost.class, client -> 1).host()).isEqualTo("no-such-host.invalid");
        }
    }

    @Test
    void aServerWithoutFeaturesStillWorks() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("FEAT", "500 what?")
                        .on("PWD", "550 nobody knows")
                        .on("OPTS", "504 no"));
                var session = TestSession.open(server)) {
            session.run(client -> {
                assertThat(client.features().parameters()).isEmpty();
                assertThat(client.startFolder()).hasToString("/");
            });
            assertThat(server.commands()).noneMatch(command -> command.startsWith("OPTS"));
        }
    }

    @Test
    void asksForTheFactsThatAreOff() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("FEAT", (s, argument) -> s.sendLines("211-", " MLST type*;size;modify*;", "211 End")));
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
            assertThat(server.commands()).anyMatch(command -> command.startsWith("OPTS MLST type;size;modify;"));
        }
    }

    @Test
    void aHostileWorkingFolderIsNoReasonToFail() {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("PWD", (s, argument) -> s.sendRaw("257 \"/a\rDELE b\" here\r\n")));
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(client.startFolder()).hasToString("/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"230 welcome", "530 no", "332 account"})
    void secretsAreNowhereToBeSeen(String answer) {
        Script echo = Responder.standard()
                .on("PASS", (s, secret) -> s.sendLines(answer.substring(0, 3) + "-" + secret, answer + " " + secret))
                .on("ACCT", (s, secret) -> s.send("530 not " + secret));
        try (var server = ScriptedServer.startForEach(echo);
                var session = TestSession.open(server)) {
            session.session().submit(client -> 1).handle((result, e) -> result).join();
            assertThat(server.commands()).contains("PASS " + TestSession.PASSWORD);
            assertThat(session.log())
                    .contains("PASS ********")
                    .noneMatch(line -> line.contains(TestSession.PASSWORD) || line.contains(TestSession.ACCOUNT));
            assertThat(session.session().settings().toString()).doesNotContain(TestSession.PASSWORD);
        }
    }

    private static void afterLogin(Conversation conversation) throws Exception {
        conversation.respond(Responder.standard());
    }
}
