// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that are more, fewer or others than what was asked for: none of them is taken for the answer to anything. */
class OutOfStepTest {

    private static final RemotePath A = RemotePath.of("/a");
    private static final byte[] CONTENT = "hello".getBytes(StandardCharsets.US_ASCII);

    @Test
    void anUploadOfWhichTheServerSaysTwiceThatItIsDone() {
        Responder twice = keeping()
                .on(
                        "STOR",
                        (s, name) -> s.send("150 go on").data(d -> d.receive()).sendLines("226 done", "226 done"));
        try (var server = ScriptedServer.startForEach(twice);
                var session = TestSession.open(server)) {
            for (String name : new String[] {"/a", "/b", "/c"}) {
                session.run(client ->
                        assertThat(TestSession.store(client, name, CONTENT)).isEqualTo(CONTENT.length));
                session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(session.<Proof>get(client -> client.profile().pipelining()))
                    .isEqualTo(Proof.REFUSED);
        }
    }

    @Test
    void theSecondTimeMayComeAfterTheNextCommand() {
        Responder late = keeping().on("SIZE", (s, name) -> s.sendLines("226 done", "213 5"));
        try (var server = ScriptedServer.startForEach(late);
                var session = TestSession.open(server)) {
            session.run(client -> TestSession.store(client, "/a", CONTENT));
            session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatGreetsTwice() {
        try (var server = ScriptedServer.startForEach(Responder.standard().greeting("220 one\r\n220 two"));
                var session = TestSession.open(server)) {
            session.run(FtpClient::noop);
        }
    }

    /** Where somebody else's answer comes, nobody knows what was done: it begins anew. */
    @ParameterizedTest
    @ValueSource(strings = {"229 Entering Extended Passive Mode (|||5|)", "257 \"/\"", "150 coming", "331 password"})
    void theReplyToAnotherCommandEndsTheSession(String reply) {
        try (var server = ScriptedServer.start(keeping().on("SIZE", reply), keeping());
                var session = TestSession.open(server)) {
            session.failure(ProtocolViolation.class, client -> client.size(A));
            session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatTakesLeaveUnaskedIsNoLiar() {
        Responder leaving = keeping().on("SIZE", (s, name) -> s.sendLines("213 5", "421 idle for too long"));
        try (var server = ScriptedServer.startForEach(leaving);
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            session.failure(ServiceEnded.class, client -> client.modified(A));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETR", "STOR", "LIST"})
    void aTransferThatIsAnsweredByAQuestionIsRefusedAtOnce(String verb) {
        try (var server = ScriptedServer.start(keeping().on("MLSD", "500 no").on(verb, "314 what?"), keeping());
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> switch (verb) {
                case "RETR" -> TestSession.retrieve(client, "/a");
                case "STOR" -> TestSession.store(client, "/a", CONTENT);
                default -> TestSession.names(client, "/a");
            });
            assertThat(refused.reply()).hasToString("314 what?");
            session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"425 cannot connect", "426 closed", "550 gone"})
    void inActiveModeARefusalBehindTheFirstWordIsSeenAtOnce(String reply) {
        try (var server = ScriptedServer.startForEach(
                        keeping().on("RETR", (s, name) -> s.sendLines("150 coming", reply)));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            Refused refused = session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(refused.reply()).hasToString(reply);
            session.run(client -> assertThat(client.size(A)).isEqualTo(5));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void inActiveModeTheEndOfTheSessionIsSeenAtOnce() {
        try (var server = ScriptedServer.startForEach(
                        keeping().on("RETR", (s, name) -> s.sendLines("150 coming", "421 going down")));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            session.failure(ServiceEnded.class, client -> TestSession.retrieve(client, "/a"));
        }
    }

    /** RFC 959 has 120 and 150 once; each began the limit anew. */
    @ParameterizedTest
    @ValueSource(strings = {"PASS", "CWD", "SIZE"})
    void aServerThatSaysForEverThatItBeginsIsGivenUp(String verb) {
        try (var server = ScriptedServer.startForEach(keeping().on(verb, (s, argument) -> stall(s, "120 soon")));
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(500))
                        .open()) {
            TimedOut failure = session.failure(TimedOut.class, client -> {
                client.changeFolder(A);
                return client.size(A);
            });
            assertThat(failure.phase()).isEqualTo(Phase.REPLY);
        }
    }

    @Test
    void aTransferThatForEverOnlyBeginsIsGivenUp() {
        try (var server = ScriptedServer.startForEach(keeping().on("RETR", (s, name) -> {
                    s.send("150 coming").data(d -> d.send("hello"));
                    stall(s, "150 coming");
                }));
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(500))
                        .open()) {
            FtpException.EndUnconfirmed failure =
                    session.failure(FtpException.EndUnconfirmed.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.connectionFailure()).isInstanceOf(TimedOut.class);
        }
    }

    private static void stall(Conversation s, String line) throws InterruptedException {
        try {
            while (true) {
                s.send(line);
                Thread.sleep(20);
            }
        } catch (UncheckedIOException e) {
            assertThat(e).as("the client has given up").isNotNull();
        }
    }

    private static Responder keeping() {
        return Responder.standard()
                .on("SIZE", "213 5")
                .on("MDTM", "213 20200102030405")
                .on(
                        "STOR",
                        (s, name) -> s.send("150 go on").data(d -> d.receive()).send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
    }
}
