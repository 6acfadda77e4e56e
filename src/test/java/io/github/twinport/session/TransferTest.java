// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.EndUnconfirmed;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.Phase;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over a data connection, and servers that do it wrongly. */
class TransferTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final RemotePath FILE = RemotePath.of("/a");

    @Test
    void movesExactlyTheBytesBothWays(@TempDir Path folder) throws IOException {
        byte[] content = new byte[1_000_003];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("local"), content);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send(content))
                                        .send("226 done"))
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go on")
                                        .data(ScriptedData::receive)
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(content);
            session.run(client ->
                    assertThat(TestSession.store(client, "/b", content)).isEqualTo(content.length));
            session.run(client -> {
                try (FileChannel source = FileChannel.open(file)) {
                    source.position(1_000_000);
                    assertThat(client.store(FILE, 0, source, ByteMeter.NONE)).isEqualTo(3);
                }
            });
            assertThat(server.received().get(0)).isEqualTo(content);
            assertThat(server.received().get(1))
                    .containsExactly(content[1_000_000], content[1_000_001], content[1_000_002]);
            assertThat(server.commands())
                    .filteredOn(command -> command.equals("TYPE I"))
                    .hasSize(1);
        }
    }

    @Test
    void anEmptyFileIsAFile() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming").data(d -> {}).send("226 done"))
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go")
                                        .data(ScriptedData::receive)
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEmpty();
            session.run(client ->
                    assertThat(TestSession.store(client, "/b", new byte[0])).isZero());
            assertThat(server.received()).containsExactly(new byte[0]);
        }
    }

    @Test
    void theFirstReplyMayBeMissingOrComeTwice() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("RETR", (s, name) -> {
                    if (name.equals("/twice")) {
                        s.sendLines("150 coming", "150 still coming");
                    }
                    s.data(d -> d.send(HELLO)).send("226 done");
                }));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/never")).isEqualTo(HELLO);
            assertThat(session.retrieve("/twice")).isEqualTo(HELLO);
            assertThat(session.retrieve("/never")).isEqualTo(HELLO);
            session.run(client -> client.noop());
        }
    }

    /** pyftpdlib closes a data connection on which bytes come before the command for them, and then waits for ever. */
    @Test
    void noByteComesBeforeItsCommand() {
        List<Integer> early = new CopyOnWriteArrayList<>();
        try (var server = ScriptedServer.startForEach(Responder.standard().on("EPSV", (s, argument) -> {
                    s.answerExtendedPassive();
                    s.data(data -> {
                        assertThat(s.receive()).startsWith("STOR ");
                        early.add(data.waiting());
                        s.send("150 go on");
                        data.receive();
                    });
                    s.send("226 done");
                }));
                var session = TestSession.open(server)) {
            session.run(client ->
                    assertThat(TestSession.store(client, "/first", HELLO)).isEqualTo(5));
            assertThat(early).containsExactly(0);
            assertThat(server.received()).containsExactly(HELLO);
        }
    }

    /** More than any buffer on the way holds, so that whoever waits for the other waits for ever. */
    @Test
    void aServerMayMoveALargeFileWithoutAWordBefore() {
        byte[] content = new byte[20_000_000];
        new Random(10).nextBytes(content);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("RETR", (s, name) -> s.data(d -> d.send(content)).send("226 done"))
                        .on("STOR", (s, name) -> s.data(ScriptedData::receive).send("226 done")));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(content);
            session.run(client ->
                    assertThat(TestSession.store(client, "/b", content)).isEqualTo(content.length));
            assertThat(server.received().getFirst()).isEqualTo(content);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theLastReplyMayComeBeforeTheLastByte() {
        byte[] content = new byte[300_000];
        new Random(8).nextBytes(content);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.sendLines("150 coming", "226 done, I think")
                                        .data(d -> d.send(content))));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(content);
            assertThat(session.retrieve("/a")).isEqualTo(content);
        }
    }

    @Test
    void aFileThatIsCutShortWith426IsRefused() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send("hel"))
                                        .send("426 broken off")));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(refused.command()).isEqualTo("RETR /a");
            assertThat(refused.reply().code()).isEqualTo(426);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Only who knows the size can notice: the number of bytes is what counts, not the 226. */
    @Test
    void aFileThatIsCutShortWithALying226TellsHowMuchCame() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("SIZE", "213 5")
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send("hel"))
                                        .send("226 Transfer complete, honestly")));
                var session = TestSession.open(server)) {
            session.run(client -> {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                long moved = client.retrieve(FILE, 0, Channels.newChannel(content), ByteMeter.NONE);
                assertThat(moved).isEqualTo(3).isNotEqualTo(client.size(FILE));
                assertThat(content.toString(UTF_8)).isEqualTo("hel");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"226 Transfer complete", "426 broken off", "451 disk trouble"})
    void aResetInTheMiddleIsAFailureWhateverTheServerSays(String reply) {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(TransferTest::resetInTheMiddle)
                                        .send(reply)));
                var session = TestSession.open(server)) {
            Exception failure =
                    session.failure(Exception.class, client -> client.retrieve(FILE, 0, discarding(), ByteMeter.NONE));
            if (reply.startsWith("2")) {
                assertThat(failure)
                        .isInstanceOfSatisfying(
                                ConnectionLost.class, e -> assertThat(e.phase()).isEqualTo(Phase.DATA));
            } else {
                assertThat(failure)
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.reply()).hasToString(reply));
            }
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Pure-FTPd ends a broken-off transfer with a second 150 and nothing else. */
    @Test
    void aSecond150MayBeTheLastWordOnABrokenTransfer() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 Accepted data connection")
                                        .data(TransferTest::resetInTheMiddle)
                                        .send("150 0.001 seconds (measured here), 1.00 Kbytes per second")));
                var session = TestSession.open(server)) {
            ConnectionLost failure = session.failure(
                    ConnectionLost.class, client -> client.retrieve(FILE, 0, discarding(), ByteMeter.NONE));
            assertThat(failure.phase()).isEqualTo(Phase.DATA);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anUploadMayBeRefusedBeforeAnyByte() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("STOR", "553 Could not create file."));
                var session = TestSession.open(server)) {
            byte[] content = new byte[100_000];
            Refused refused = session.failure(Refused.class, client -> TestSession.store(client, "/a", content));
            assertThat(refused.reply().code()).isEqualTo(553);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Apache FtpServer says 150 first and 551 then; a full disk comes to light only at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"551 no permission", "452 disk full", "426 None; transfer aborted."})
    void anUploadMayBeRefusedAfterItsBytes(String reply) {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go on")
                                        .data(ScriptedData::receive)
                                        .send(reply)));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> TestSession.store(client, "/a", HELLO));
            assertThat(refused.reply()).hasToString(reply);
            session.run(client -> client.noop());
        }
    }

    @Test
    void anUploadThatTheServerBreaksOffTellsItsReason() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go on")
                                        .data(ScriptedData::reset)
                                        .send("452 disk full")));
                var session = TestSession.open(server)) {
            Refused refused =
                    session.failure(Refused.class, client -> TestSession.store(client, "/a", new byte[20_000_000]));
            assertThat(refused.reply().code()).isEqualTo(452);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aControlConnectionThatEndsInTheMiddleIsLost() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send("hel"))
                                        .close()));
                var session = TestSession.open(server)) {
            EndUnconfirmed failure =
                    session.failure(EndUnconfirmed.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.length()).isEqualTo(3);
            assertThat(failure.connectionFailure())
                    .isInstanceOfSatisfying(
                            ConnectionLost.class,
                            lost -> assertThat(lost.phase()).isEqualTo(Phase.FINAL_REPLY));
            assertThat(session.session().state()).isEqualTo(new SessionState.Broken(failure.connectionFailure()));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatGoesDownSaysSo() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(TransferTest::resetInTheMiddle)
                                        .send("421 going down")));
                var session = TestSession.open(server)) {
            assertThat(session.failure(
                                    ServiceEnded.class,
                                    client -> client.retrieve(FILE, 0, discarding(), ByteMeter.NONE))
                            .reply()
                            .code())
                    .isEqualTo(421);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTargetThatFailsBreaksTheTransferOffAndTheSessionGoesOn(boolean checked) {
        try (var server = ScriptedServer.startForEach(endless());
                var session = TestSession.open(server)) {
            Exception thrown = checked ? new IOException("disk full") : new IllegalStateException("bug");
            Exception failure = session.failure(
                    Exception.class, client -> client.retrieve(FILE, 0, failing(thrown), ByteMeter.NONE));
            assertThat(failure).isSameAs(thrown);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).contains("ABOR");
        }
    }

    @Test
    void aMeterMayEndATransferBothWays() {
        ByteMeter enough = bytes -> {
            throw new IOException("enough");
        };
        try (var server = ScriptedServer.startForEach(endless()
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go on")
                                        .data(ScriptedData::receive)
                                        .send("226 took it")));
                var session = TestSession.open(server)) {
            assertThat(session.failure(IOException.class, client -> client.retrieve(FILE, 0, discarding(), enough)))
                    .hasMessage("enough");
            assertThat(session.failure(
                            IOException.class,
                            client -> client.store(
                                    FILE, 0, Channels.newChannel(new ByteArrayInputStream(HELLO)), enough)))
                    .hasMessage("enough");
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** A disk or a speed limit that takes longer than the server may is not the server's fault. */
    @Test
    void timeOnThisSideDoesNotCount() {
        long limit = 300;
        long begun = System.nanoTime();
        ByteMeter slow = bytes -> {
            while (System.nanoTime() - begun < 3 * limit * 1_000_000) {
                Thread.onSpinWait();
            }
        };
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send(HELLO))
                                        .send("226 done")));
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(limit))
                        .open()) {
            session.run(client ->
                    assertThat(client.retrieve(FILE, 0, discarding(), slow)).isEqualTo(5));
        }
    }

    @Test
    void aNameWithALineEndNeverLeaves() {
        assertThatThrownBy(() -> RemotePath.of("/a\r\nDELE b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Responder endless() {
        return Responder.standard()
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(ScriptedData::sendUntilClosed)
                                .send("426 broken off"))
                .on("ABOR", "226 broken off");
    }

    /** The client has the first bytes when the reset comes, because it answers none of them. */
    private static void resetInTheMiddle(ScriptedData data) {
        data.send("hel").reset();
    }

    private static WritableByteChannel discarding() {
        return Channels.newChannel(OutputStream.nullOutputStream());
    }

    private static WritableByteChannel failing(Exception failure) {
        return new FailingTarget(failure);
    }

    /** A disk on which nothing can be written. */
    private record FailingTarget(Exception failure) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
