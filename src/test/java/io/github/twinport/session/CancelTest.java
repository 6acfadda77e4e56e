// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelling in every phase: it ends soon, and the session goes on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CancelTest {

    private static final RemotePath FILE = RemotePath.of("/a");

    @Test
    void whileConnecting() {
        try (var server = ScriptedServer.start(s -> s.stall(), Responder.standard());
                var session = TestSession.open(server)) {
            CompletableFuture<Integer> future = session.session().submit(client -> 1);
            server.awaitConnections(1);
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whileWaitingForAReply() {
        try (var server = ScriptedServer.start(
                        Responder.standard().on("MKD", (s, name) -> s.stall()), Responder.standard());
                var session = TestSession.open(server)) {
            CompletableFuture<Integer> future = session.session().submit(client -> {
                client.makeFolder(FILE);
                return 1;
            });
            server.awaitCommand("MKD");
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anOperationThatHasNotBegun() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<Boolean> first = session.session().submit(client -> await(go));
            CompletableFuture<Integer> second = session.session().submit(client -> {
                client.makeFolder(FILE);
                return 1;
            });
            second.cancel(true);
            go.countDown();
            assertThat(TestSession.result(first)).isTrue();
            session.run(client -> client.noop());
            assertThat(server.commands()).doesNotContain("MKD /a");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** What servers answer to a transfer that was broken off and to its ABOR, in the order in which it comes. */
    @ParameterizedTest
    @CsvSource({"426,226", "426,225", "226,426", "226,226", "426,502", "451,226", "150,226"})
    void aDownloadWhoseServerStopsAtOnce(String first, String second) {
        try (var server = ScriptedServer.startForEach(
                        flowing(s -> s.send(first + " one")).on("ABOR", second + " two"));
                var session = TestSession.open(server)) {
            cancelDownload(session, server);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).endsWith("ABOR", "NOOP", "NOOP");
        }
    }

    /** The byte between FF F4 and F2 is urgent data, which travels beside the stream. */
    @Test
    void aDownloadWhoseServerWantsToBeInterrupted() {
        List<byte[]> before = new CopyOnWriteArrayList<>();
        Script interrupted = s -> {
            before.add(s.receiveBytes(3));
            s.send("426 one");
        };
        try (var server = ScriptedServer.startForEach(flowing(interrupted).on("ABOR", "226 two"));
                var session = interrupting(server)) {
            cancelDownload(session, server);
            session.run(client -> client.noop());
            assertThat(before).containsExactly(new byte[] {(byte) 0xFF, (byte) 0xF4, (byte) 0xF2});
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).endsWith("ABOR", "NOOP", "NOOP");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void realServersGoOnAfterAnInterruptedDownload(ServerKind kind) throws IOException {
        RealServer.assume(kind);
        try (RealServer server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY)) {
            Files.write(server.root().resolve("a"), new byte[30_000_000]);
            server.adopt();
            ConnectionSettings settings = new ConnectionSettings(
                            new Server(server.host(), server.port(), Security.PLAIN),
                            new Credentials(RealServer.USER, RealServer.PASSWORD),
                            TlsSettings.of(TrustDecider.STRICT),
                            line -> {})
                    .withOptions(ConnectionOptions.NONE.withLogin(LoginExtras.NONE.withTelnetAbort(true)));
            try (Session session = new Session(settings)) {
                CountDownLatch begun = new CountDownLatch(1);
                CountDownLatch cancelled = new CountDownLatch(1);
                CompletableFuture<Long> future = session.submit(client ->
                        client.retrieve(FILE, 0, Channels.newChannel(OutputStream.nullOutputStream()), bytes -> {
                            begun.countDown();
                            await(cancelled);
                        }));
                await(begun);
                future.cancel(true);
                cancelled.countDown();
                FtpOperation<Long> size = client -> client.size(FILE);
                assertThat(TestSession.result(session.submit(size)))
                        .isEqualTo(kind.tellsSizeAndTime() ? 30_000_000 : Entry.UNKNOWN_SIZE);
            }
        }
    }

    private static TestSession interrupting(ScriptedServer server) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withLogin(LoginExtras.NONE.withTelnetAbort(true)))
                .open();
    }

    @Test
    void aDownloadOfWhichTheServerSaysNothingButThatItIsBrokenOff() {
        try (var server = ScriptedServer.startForEach(flowing(s -> {}).on("ABOR", "225 ABOR command successful"));
                var session = TestSession.open(server)) {
            cancelDownload(session, server);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).endsWith("ABOR", "NOOP", "NOOP");
        }
    }

    @Test
    void aDownloadFromAServerThatNeverAnswersAbor() {
        try (var server = ScriptedServer.start(
                        flowing(Conversation::stall).on("ABOR", (s, argument) -> s.stall()), Responder.standard());
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            cancelDownload(session, server);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** A third reply would be taken for the next command's: such a connection must not be used any more. */
    @Test
    void aDownloadFromAServerThatSaysTooMuch() {
        try (var server = ScriptedServer.start(
                        flowing(s -> s.send("426 broken off"))
                                .on("ABOR", (s, argument) -> s.sendLines("226 closing", "226 ABOR done")),
                        Responder.standard());
                var session = TestSession.open(server)) {
            cancelDownload(session, server);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aDownloadThatStandsStill() {
        CountDownLatch begun = new CountDownLatch(1);
        Responder still = Responder.standard()
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("hel").stall())
                                .send("426 broken off"))
                .on("ABOR", "226 done");
        try (var server = ScriptedServer.startForEach(still);
                var session = TestSession.open(server)) {
            CompletableFuture<Long> future = session.session()
                    .submit(client -> client.retrieve(
                            FILE, 0, Channels.newChannel(OutputStream.nullOutputStream()), bytes -> begun.countDown()));
            await(begun);
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aListing() {
        CountDownLatch begun = new CountDownLatch(1);
        Responder still = Responder.standard()
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("type=file; a\r\n").stall())
                                .send("426 broken off"))
                .on("ABOR", "226 done");
        try (var server = ScriptedServer.startForEach(still);
                var session = TestSession.open(server)) {
            CompletableFuture<?> future =
                    session.session().submit(client -> client.list(FILE, batch -> begun.countDown()));
            await(begun);
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anUploadThatFlows() {
        CountDownLatch begun = new CountDownLatch(1);
        Responder taking = Responder.standard()
                .on(
                        "STOR",
                        (s, name) -> s.send("150 go on")
                                .data(CancelTest::receiveAndForget)
                                .send("226 took what came"))
                .on("ABOR", "225 nothing to abort");
        try (var server = ScriptedServer.startForEach(taking);
                var session = TestSession.open(server)) {
            CompletableFuture<Long> future = session.session()
                    .submit(client ->
                            client.store(FILE, 0, Channels.newChannel(new Zeros()), bytes -> begun.countDown()));
            await(begun);
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).containsSequence("STOR /a", "ABOR", "NOOP");
        }
    }

    @Test
    void anUploadThatStandsStill() {
        CountDownLatch over = new CountDownLatch(1);
        Responder still = Responder.standard()
                .on(
                        "STOR",
                        (s, name) -> s.send("150 go on")
                                .data(d -> {
                                    d.receive(10);
                                    await(over);
                                })
                                .send("426 broken off"))
                .on("ABOR", "226 done");
        try (var server = ScriptedServer.startForEach(still);
                var session = TestSession.open(server)) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Long> future = session.session()
                    .submit(client ->
                            client.store(FILE, 0, Channels.newChannel(new Zeros()), bytes -> begun.countDown()));
            await(begun);
            future.cancel(true);
            over.countDown();
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static Responder flowing(Script afterwards) {
        return Responder.standard()
                .on("RETR", (s, name) -> afterwards.play(s.send("150 coming").data(ScriptedData::sendUntilClosed)));
    }

    private static void cancelDownload(TestSession session, ScriptedServer server) {
        CountDownLatch begun = new CountDownLatch(1);
        ByteMeter meter = bytes -> begun.countDown();
        CompletableFuture<Long> future = session.session()
                .submit(client ->
                        client.retrieve(FILE, 0, Channels.newChannel(OutputStream.nullOutputStream()), meter));
        await(begun);
        future.cancel(true);
        assertThat(future).isCancelled();
        assertThat(List.copyOf(server.commands())).contains("RETR /a");
    }

    private static void receiveAndForget(ScriptedData data) {
        while (data.receive(1_000_000).length == 1_000_000) {
            // more comes
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A file without end. */
    private static final class Zeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return length;
        }
    }
}
