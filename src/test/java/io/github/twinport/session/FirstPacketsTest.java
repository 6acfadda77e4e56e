// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How few waits lie between the connection and the first work. The scripts answer only when all has come that should come
 * in one packet.
 */
class FirstPacketsTest {

    /** Without an account, which a server may want to hear. */
    private static final Credentials LOGIN = new Credentials("me", TestSession.PASSWORD);

    private final MemoryProfiles profiles = new MemoryProfiles();

    @Test
    void aNewServerShowsWithItsOptionsWhetherItCopes() {
        try (var server = ScriptedServer.start(s -> s.login()
                        .expect("FEAT")
                        .sendLines("211-", " UTF8", " MLST type;size;modify;", "211 End")
                        .expect("OPTS UTF8 ON")
                        .expect("OPTS MLST type;size;modify;perm;UNIX.mode;UNIX.owner;UNIX.group;")
                        .expect("PWD")
                        .sendLines("200 ok", "200 ok", "257 \"/home\""));
                var session = open(server)) {
            session.run(client -> assertThat(client.startFolder()).hasToString("/home"));
            server.assertFinished();
            assertThat(proof(server)).isEqualTo(Proof.WORKS);
        }
    }

    @Test
    void aNewServerThatDropsTheSecondCommandIsAskedAgainStepByStep() {
        assertAskedAgain(s -> twoCommands(s).send("200 only this").stall());
    }

    @Test
    void aNewServerThatClosesAtTheSecondCommandIsAskedAgainStepByStep() {
        assertAskedAgain(s -> twoCommands(s).send("200 only this").close());
    }

    @Test
    void aNewServerThatSaysTooMuchIsAskedAgainStepByStep() {
        assertAskedAgain(s -> twoCommands(s).sendLines("200 ok", "257 \"/\"", "200 more"));
    }

    @Test
    void aKnownServerIsToldAllBeforeTheFirstListingAtOnce() {
        try (var server = ScriptedServer.start(s -> s.login()
                .expect("FEAT")
                .sendLines("211-", " UTF8", "211 End")
                .expect("OPTS UTF8 ON")
                .expect("PWD")
                .expect("CWD /a")
                .expect("EPSV")
                .sendLines("200 ok", "257 \"/home\"", "250 there")
                .answerExtendedPassive()
                .expect("LIST -a")
                .send("150 coming")
                .data(d -> d.send("-rw-r--r-- 1 me us 5 Jan 1 2020 b\r\n"))
                .send("226 done")
                .expect("TYPE I")
                .expect("EPSV")
                .send("200 binary")
                .answerExtendedPassive()
                .expect("RETR /a/b")
                .send("150 coming")
                .data(d -> d.send("hello"))
                .send("226 done"))) {
            learn(server);
            try (var session = open(server)) {
                session.run(
                        client -> assertThat(TestSession.names(client, "/a")).containsExactly("b"));
                session.run(client -> assertThat(TestSession.retrieve(client, "/a/b"))
                        .asString()
                        .isEqualTo("hello"));
                session.run(client -> assertThat(client.startFolder()).hasToString("/home"));
                server.assertFinished();
            }
        }
    }

    @Test
    void aPortThatWasAskedForAheadOfAFolderThatIsNotThereServesTheNextTransfer() {
        try (var server = ScriptedServer.start(s -> s.login()
                .expect("FEAT")
                .send("500 what?")
                .expect("PWD")
                .expect("CWD /missing")
                .expect("EPSV")
                .sendLines("257 \"/\"", "550 no such folder")
                .answerExtendedPassive()
                .expect("CWD /a")
                .send("250 there")
                .expect("LIST -a")
                .send("150 coming")
                .data(d -> d.send("-rw-r--r-- 1 me us 5 Jan 1 2020 b\r\n"))
                .send("226 done"))) {
            learn(server);
            try (var session = open(server)) {
                session.failure(Refused.class, client -> TestSession.names(client, "/missing"));
                session.run(
                        client -> assertThat(TestSession.names(client, "/a")).containsExactly("b"));
                server.assertFinished();
            }
        }
    }

    @Test
    void aRefusedTypeEndsTheTransferBeforeItBegins() {
        try (var server = ScriptedServer.start(s -> s.login()
                .expect("FEAT")
                .send("500 what?")
                .expect("PWD")
                .expect("TYPE I")
                .expect("EPSV")
                .sendLines("257 \"/\"", "504 text only")
                .answerExtendedPassive())) {
            learn(server);
            try (var session = open(server)) {
                session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
                server.assertFinished();
            }
        }
    }

    @Test
    void withTlsTheProtectionIsToldAndTheFeaturesAskedForInOnePacket() {
        try (var server = ScriptedServer.start(s -> s.send("220 ready")
                .expect("AUTH TLS")
                .send("234 go on")
                .startTls(TestCertificates.get().serverContext(TestCertificates.Identity.VALID))
                .expect("USER me")
                .send("331 password")
                .expect("PASS " + TestSession.PASSWORD)
                .send("230 in")
                .expect("PBSZ 0")
                .expect("PROT P")
                .expect("FEAT")
                .sendLines("200 ok", "200 ok", "500 what?")
                .expect("PWD")
                .expect("NOOP")
                .sendLines("257 \"/\"", "200 ok"))) {
            learn(server);
            try (var session = TestSession.plan(server)
                    .security(Security.EXPLICIT_TLS)
                    .credentials(LOGIN)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .open()) {
                session.run(FtpClient::noop);
                server.assertFinished();
            }
        }
    }

    /** A server that answers out of order, or loses what comes together, locks its user out otherwise. */
    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "EXPLICIT_TLS"})
    void nothingIsSentTogetherWithNameOrPassword(Security security) {
        var certificate = TestCertificates.get().serverContext(TestCertificates.Identity.VALID);
        try (var server = ScriptedServer.start(s -> {
            s.send("220 ready");
            if (security.usesTls()) {
                s.expect("AUTH TLS").send("234 go on").startTls(certificate);
            }
            s.expect("USER me").expectNothingMore().send("331 password");
            s.expect("PASS " + TestSession.PASSWORD)
                    .expectNothingMore()
                    .send("230 in")
                    .respond(Responder.standard().on("PBSZ", "200 ok").on("PROT", "200 ok"));
        })) {
            learn(server, security);
            try (var session = TestSession.plan(server)
                    .security(security)
                    .credentials(LOGIN)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .open()) {
                session.run(FtpClient::noop);
            }
        }
    }

    @Test
    void whatIsSaidTogetherBehindTheLoginIsSaidAgainStepByStepWhereItIsLost() {
        try (var server = ScriptedServer.start(
                s -> encrypted(s)
                        .expect("PBSZ 0")
                        .expect("PROT P")
                        .expect("FEAT")
                        .send("200 ok")
                        .close(),
                s -> encrypted(s)
                        .expect("PBSZ 0")
                        .send("200 ok")
                        .expect("PROT P")
                        .send("200 ok")
                        .expect("FEAT")
                        .send("500 what?")
                        .expect("PWD")
                        .send("257 \"/home\""))) {
            learn(server, Security.EXPLICIT_TLS);
            try (var session = TestSession.plan(server)
                    .security(Security.EXPLICIT_TLS)
                    .credentials(LOGIN)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .open()) {
                session.run(client -> assertThat(client.startFolder()).hasToString("/home"));
                server.assertFinished();
            }
        }
    }

    private static Conversation encrypted(Conversation s) {
        return s.send("220 ready")
                .expect("AUTH TLS")
                .send("234 go on")
                .startTls(TestCertificates.get().serverContext(TestCertificates.Identity.VALID))
                .expect("USER me")
                .send("331 password")
                .expect("PASS " + TestSession.PASSWORD)
                .send("230 in");
    }

    /** Logs in and has received the first two commands that come in one packet. */
    private static Conversation twoCommands(Conversation s) {
        return s.login()
                .expect("FEAT")
                .sendLines("211-", " UTF8", "211 End")
                .expect("OPTS UTF8 ON")
                .expect("PWD");
    }

    private void assertAskedAgain(Script odd) {
        try (var server = ScriptedServer.start(odd, inSteps())) {
            assertAskedAgain(server);
        }
    }

    private void assertAskedAgain(ScriptedServer server) {
        try (var session = open(server)) {
            session.run(client -> assertThat(client.startFolder()).hasToString("/home"));
            assertThat(server.connections()).isEqualTo(2);
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    private static Script inSteps() {
        return s -> s.login()
                .expect("FEAT")
                .sendLines("211-", " UTF8", "211 End")
                .expect("OPTS UTF8 ON")
                .send("200 ok")
                .expect("PWD")
                .send("257 \"/home\"");
    }

    private TestSession open(ScriptedServer server) {
        return TestSession.plan(server)
                .credentials(LOGIN)
                .options(ConnectionOptions.NONE.withProfiles(profiles))
                .open();
    }

    private void learn(ScriptedServer server) {
        learn(server, Security.PLAIN);
    }

    private void learn(ScriptedServer server, Security security) {
        Server known = new Server(server.host(), server.port(), security);
        profiles.learnt(known, "me", ServerProfile.UNKNOWN.withPipelining(Proof.WORKS));
    }

    private Proof proof(ScriptedServer server) {
        return profiles.find(address(server), "me").pipelining();
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }
}
