// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.KeepAlive;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an idle session does. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class KeepAliveTest {

    private static final Duration SHORT = Duration.ofMillis(30);
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
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
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
