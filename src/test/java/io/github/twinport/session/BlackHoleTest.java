// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.support.BlackHole;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ports behind which nobody answers. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BlackHoleTest {

    @Test
    void connectingTimesOut() {
        try (var hole = new BlackHole();
                var session = TestSession.plan("127.0.0.1", hole.port())
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            assertThat(session.failure(TimedOut.class, client -> 1).phase()).isEqualTo(Phase.CONNECT);
        }
    }

    @Test
    void connectingCanBeCancelled() {
        try (var hole = new BlackHole();
                var session = TestSession.plan("127.0.0.1", hole.port()).open()) {
            CompletableFuture<Integer> future = session.session().submit(client -> 1);
            awaitLog(session, "connecting to");
            long cancelled = System.nanoTime();
            session.session().close();
            future.handle((result, e) -> 1).join();
            assertThat(System.nanoTime() - cancelled).isLessThan(TimeUnit.SECONDS.toNanos(12));
        }
    }

    @Test
    void aPassivePortBehindAFirewallLeadsToActiveMode() {
        try (var hole = new BlackHole();
                var server = ScriptedServer.startForEach(serving(hole, 0));
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aPassivePortBehindAFirewallTimesOut() {
        try (var hole = new BlackHole();
                var server = ScriptedServer.startForEach(serving(hole, 0));
                var session = TestSession.plan(server)
                        .mode(DataMode.PASSIVE)
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            TimedOut failure = session.failure(TimedOut.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.phase()).isEqualTo(Phase.DATA_CONNECT);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** The server waits for the data connection and would answer nothing else for a long time. */
    @Test
    void openingADataConnectionCanBeCancelled() {
        try (var hole = new BlackHole();
                var server = ScriptedServer.start(
                        serving(hole, 1).on("RETR", (s, name) -> {
                            if (name.equals("/a")) {
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done");
                            } else {
                                s.stall();
                            }
                        }),
                        Responder.standard());
                var session = TestSession.plan(server).open()) {
            session.retrieve("/a");
            CompletableFuture<byte[]> future = session.session().submit(client -> TestSession.retrieve(client, "/b"));
            server.awaitCommand("RETR /b");
            future.cancel(true);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** Passive ports answer so many times; then they are behind the firewall. */
    private static Responder serving(BlackHole hole, int reachable) {
        int[] asked = {0};
        int port = hole.port();
        return Responder.standard()
                .on("EPSV", (s, argument) -> {
                    asked[0]++;
                    if (asked[0] > reachable) {
                        s.send("229 (|||" + port + "|)");
                    } else {
                        s.answerExtendedPassive();
                    }
                })
                .on("PASV", "227 (127,0,0,1," + port / 256 + "," + port % 256 + ")")
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
    }

    private static void awaitLog(TestSession session, String text) {
        while (session.log().stream().noneMatch(line -> line.contains(text))) {
            Thread.onSpinWait();
        }
    }
}
