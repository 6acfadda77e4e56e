// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.KeepAlive;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an idle session does. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeepAliveTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void anIdleConnectionIsKeptAndItsRepliesAreCountedRight() {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("NOOP", "500 NOOP eaten").on("SIZE", "213 5"));
                var session = keeping(server, new KeepAlive(SHORT, LONG))) {
            for (int i = 0; i < 3; i++) {
                session.run(client -> assertThat(client.features().has("SIZE")).isTrue());
                int before = noops(server);
                await(() -> noops(server) > before);
                session.run(
                        client -> assertThat(client.size(RemotePath.of("/a"))).isEqualTo(5));
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(session.states()).doesNotContain(new SessionState.Connecting());
        }
    }

    @Test
    void anUnusedConnectionIsNotKeptForEver() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = keeping(server, new KeepAlive(SHORT, Duration.ZERO));
                var witness = keeping(server, new KeepAlive(SHORT, LONG))) {
            session.run(client -> assertThat(client.broken()).isNull());
            witness.run(client -> assertThat(client.broken()).isNull());
            await(() -> count(server.commands(1), "NOOP") >= 5);
            assertThat(server.commands(0)).doesNotContain("NOOP");
        }
    }

    @Test
    void nothingIsSentWhereItIsSwitchedOffOrDuringAnOperation() {
        CountDownLatch enough = new CountDownLatch(1);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("SIZE", (s, name) -> s.await(enough).send("213 5")));
                var off = keeping(server, KeepAlive.OFF);
                var busy = keeping(server, new KeepAlive(SHORT, LONG));
                var witness = keeping(server, new KeepAlive(SHORT, LONG))) {
            off.run(client -> assertThat(client.broken()).isNull());
            var running = busy.session().submit(client -> client.size(RemotePath.of("/a")));
            server.awaitCommand("SIZE");
            witness.run(client -> assertThat(client.broken()).isNull());
            await(() -> count(server.commands(2), "NOOP") >= 5);
            assertThat(server.commands(0)).doesNotContain("NOOP");
            assertThat(server.commands(1)).doesNotContain("NOOP").endsWith("SIZE /a");
            enough.countDown();
            assertThat(TestSession.result(running)).isEqualTo(5L);
        }
    }

    @Test
    void aConnectionThatTheServerHasDroppedIsSeenWithoutAnyUse() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("NOOP", "421 Timeout."));
                var session = keeping(server, new KeepAlive(SHORT, LONG))) {
            session.run(client -> assertThat(client.broken()).isNull());
            await(() -> session.session().state() instanceof SessionState.Broken);
            server.awaitDisconnected();
            session.run(client -> assertThat(client.broken()).isNull());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void closingDoesNotWaitForANoopThatIsNeverAnswered() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("NOOP", (s, argument) -> s.stall()));
                var session = keeping(server, new KeepAlive(SHORT, LONG))) {
            session.run(client -> assertThat(client.broken()).isNull());
            server.awaitCommand("NOOP");
            long begun = System.nanoTime();
            session.session().close();
            server.awaitDisconnected();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        }
    }

    /** What servers answer to a NOOP that comes while a transfer is under way. */
    @ParameterizedTest
    @CsvSource({
        "200 here | 226 done, WORKS",
        "226 done | 200 here, WORKS",
        "500 what? | 226 done, REFUSED",
        "226 done | 503 not now, REFUSED",
        "226 done, REFUSED",
        "200 here | 426 broken off, WORKS"
    })
    void transfersAreNoExceptionWhereThatIsWanted(String replies, Proof learnt) {
        MemoryProfiles profiles = new MemoryProfiles();
        try (var server = ScriptedServer.startForEach(longTransfer(s -> {
                    s.expect("NOOP");
                    s.sendLines(replies.split(" \\| ", -1));
                }));
                var session = keeping(server, new KeepAlive(NOW_AND_THEN, LONG, DuringTransfers.TRY), profiles)) {
            if (replies.contains("426")) {
                session.failure(FtpException.Refused.class, client -> TestSession.retrieve(client, "/a"));
            } else {
                assertThat(session.retrieve("/a")).isNotEmpty();
            }
            session.run(client -> assertThat(client.size(RemotePath.of("/a"))).isEqualTo(5));
            assertThat(server.connections()).isEqualTo(1);
            assertThat(noopProof(profiles, server)).isEqualTo(learnt);
        }
    }

    @ParameterizedTest
    @CsvSource({"PROVEN, UNKNOWN, false", "PROVEN, WORKS, true", "TRY, REFUSED, false", "NEVER, WORKS, false"})
    void aServerThatIsNotKnownToCopeOrIsNotToBeAskedIsLeftInPeace(DuringTransfers wanted, Proof known, boolean sent) {
        MemoryProfiles profiles = new MemoryProfiles();
        try (var server = ScriptedServer.startForEach(longTransfer(s -> s.send("226 done")))) {
            profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withNoopInTransfers(known));
            try (var session = keeping(server, new KeepAlive(NOW_AND_THEN, LONG, wanted), profiles)) {
                assertThat(session.retrieve("/a")).isNotEmpty();
                session.run(
                        client -> assertThat(client.size(RemotePath.of("/a"))).isEqualTo(5));
                assertThat(server.commands().contains("NOOP")).isEqualTo(sent);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void realServersGoOnAfterANoopInATransfer(ServerKind kind) throws IOException {
        RealServer.assume(kind);
        byte[] content = new byte[4_000_000];
        try (RealServer server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY)) {
            Files.write(server.root().resolve("a"), content);
            server.adopt();
            ConnectionSettings settings = new ConnectionSettings(
                            new Server(server.host(), server.port(), Security.PLAIN),
                            new Credentials(RealServer.USER, RealServer.PASSWORD),
                            TlsSettings.of(TrustDecider.STRICT),
                            line -> {})
                    .withOptions(ConnectionOptions.NONE.withKeepAlive(new KeepAlive(SHORT, LONG, DuringTransfers.TRY)));
            ByteMeter slow = bytes -> LockSupport.parkNanos(10_000_000);
            try (Session session = new Session(settings)) {
                for (int i = 0; i < 2; i++) {
                    FtpOperation<Long> down = client -> client.retrieve(
                            RemotePath.of("/a"), 0, Channels.newChannel(OutputStream.nullOutputStream()), slow);
                    assertThat(TestSession.result(session.submit(down))).isEqualTo(content.length);
                    FtpOperation<Long> up = client -> client.store(
                            RemotePath.of("/b"), 0, Channels.newChannel(new ByteArrayInputStream(content)), slow);
                    assertThat(TestSession.result(session.submit(up))).isEqualTo(content.length);
                    FtpOperation<Long> size = client -> client.size(RemotePath.of("/b"));
                    assertThat(TestSession.result(session.submit(size)))
                            .isEqualTo(kind.tellsSizeAndTime() ? content.length : Entry.UNKNOWN_SIZE);
                }
                FtpOperation<ServerProfile> profile = FtpClient::profile;
                assertThat(TestSession.result(session.submit(profile)).noopInTransfers())
                        .isEqualTo(
                                kind == ServerKind.PUREFTPD || kind == ServerKind.AIOFTP ? Proof.REFUSED : Proof.WORKS);
            }
        }
    }

    /** A download that lasts somewhat longer than the interval, with its end. */
    private static Responder longTransfer(Script end) {
        return Responder.standard().on("SIZE", "213 5").on("RETR", (s, name) -> {
            s.send("150 coming").data(d -> {
                long until = System.nanoTime() + NOW_AND_THEN.toNanos() * 3 / 2;
                while (System.nanoTime() < until) {
                    d.send("x");
                    LockSupport.parkNanos(10_000_000);
                }
            });
            end.play(s);
        });
    }

    private static Proof noopProof(MemoryProfiles profiles, ScriptedServer server) {
        return profiles.find(address(server), "me").noopInTransfers();
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }

    private static TestSession keeping(ScriptedServer server, KeepAlive keepAlive, MemoryProfiles profiles) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withKeepAlive(keepAlive).withProfiles(profiles))
                .open();
    }

    private static TestSession keeping(ScriptedServer server, KeepAlive keepAlive) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withKeepAlive(keepAlive))
                .open();
    }

    private static int noops(ScriptedServer server) {
        return count(server.commands(), "NOOP");
    }

    private static int count(List<String> commands, String wanted) {
        return (int) commands.stream().filter(wanted::equals).count();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
