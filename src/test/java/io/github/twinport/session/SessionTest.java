// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.LoginRefused;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session's states, its waiters and its end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SessionTest {

    private static final SessionState READY = new SessionState.Ready();
    private static final SessionState BUSY = new SessionState.Busy();
    private static final SessionState CONNECTING = new SessionState.Connecting();

    @Test
    void connectsOnItsFirstUseAndTellsItsStates() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            assertThat(session.session().state()).isEqualTo(CONNECTING);
            assertThat(server.connections()).isZero();
            session.run(client -> assertThat(session.session().state()).isEqualTo(BUSY));
            session.run(client -> client.noop());
            assertThat(session.states()).containsExactly(BUSY, READY, BUSY, READY);
            session.session().close();
            server.awaitDisconnected();
            assertThat(server.commands()).endsWith("QUIT");
        }
    }

    @Test
    void aRefusalBreaksNothing() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("MKD", "550 no"));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> {
                client.makeFolder(RemotePath.of("/a"));
                return 1;
            });
            assertThat(refused.reply().code()).isEqualTo(550);
            assertThat(session.session().state()).isEqualTo(READY);
        }
    }

    @Test
    void aBrokenConnectionFailsItsWaitersAndIsOpenedAnewByTheNextUse() {
        CountDownLatch submitted = new CountDownLatch(1);
        try (var server = ScriptedServer.start(
                        Responder.standard()
                                .on("NOOP", (s, argument) -> s.await(submitted).close()),
                        Responder.standard());
                var session = TestSession.open(server)) {
            List<CompletableFuture<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                futures.add(session.session().submit(client -> {
                    client.noop();
                    return 1;
                }));
            }
            submitted.countDown();
            ConnectionLost cause = TestSession.failure(ConnectionLost.class, futures.getFirst());
            assertThat(TestSession.failure(ConnectionLost.class, futures.get(1)))
                    .isSameAs(cause);
            assertThat(TestSession.failure(ConnectionLost.class, futures.get(2)))
                    .isSameAs(cause);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
            assertThat(session.states()).containsExactly(BUSY, new SessionState.Broken(cause), CONNECTING, BUSY, READY);
        }
    }

    @Test
    void aLoginThatFailsFailsItsWaitersAndIsTriedAgainByTheNextUse() {
        CountDownLatch submitted = new CountDownLatch(1);
        Responder refusing = Responder.standard()
                .on("PASS", (s, password) -> s.await(submitted).send("530 no"));
        try (var server = ScriptedServer.start(refusing, Responder.standard());
                var session = TestSession.open(server)) {
            CompletableFuture<Integer> first = session.session().submit(client -> 1);
            CompletableFuture<Integer> second = session.session().submit(client -> 2);
            submitted.countDown();
            LoginRefused cause = TestSession.failure(LoginRefused.class, first);
            assertThat(TestSession.failure(LoginRefused.class, second)).isSameAs(cause);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatHasSaidGoodbyeIsConnectedToAnew() {
        try (var server = ScriptedServer.start(
                        Responder.standard().on("NOOP", (s, argument) -> s.sendLines("200 ok", "421 Timeout.")),
                        Responder.standard());
                var session = TestSession.open(server)) {
            session.run(client -> client.noop());
            ServiceEnded refused = session.failure(ServiceEnded.class, client -> {
                client.makeFolder(RemotePath.of("/a"));
                return 1;
            });
            assertThat(refused.reply().code()).isEqualTo(421);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatWasIdleIsAskedBeforeItIsReliedOn() {
        try (var server = ScriptedServer.start(
                        Responder.standard()
                                .on("NOOP", "200 still here")
                                .on("MKD", (s, name) -> s.send("257 made").close()),
                        Responder.standard());
                var session = TestSession.plan(server).trusted(Duration.ZERO).open()) {
            session.run(client -> client.makeFolder(RemotePath.of("/a")));
            server.awaitDisconnected();
            session.run(client -> assertThat(client.startFolder()).isEqualTo(RemotePath.ROOT));
            session.run(client -> assertThat(client.broken()).isNull());
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.commands(1)).endsWith("PWD", "NOOP");
        }
    }

    @Test
    void aSessionThatWasUsedAMomentAgoIsNotAsked() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            session.run(client -> client.startFolder());
            session.run(client -> client.startFolder());
            assertThat(server.commands()).doesNotContain("NOOP");
        }
    }

    @Test
    void whatAnOperationThrowsIsItsOwnAffair() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            IllegalStateException bug = new IllegalStateException("bug");
            assertThat(session.failure(IllegalStateException.class, client -> {
                        throw bug;
                    }))
                    .isSameAs(bug);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void closingFailsWhatWaitsAndEndsWhatRuns() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("MKD", (s, name) -> s.stall()));
                var session = TestSession.open(server)) {
            CompletableFuture<Integer> running = session.session().submit(client -> {
                client.makeFolder(RemotePath.of("/a"));
                return 1;
            });
            CompletableFuture<Integer> waiting = session.session().submit(client -> 1);
            server.awaitCommand("MKD");
            session.session().close();
            TestSession.failure(Cancelled.class, waiting);
            TestSession.failure(Cancelled.class, running);
            TestSession.failure(Cancelled.class, session.session().submit(client -> 1));
            server.awaitDisconnected();
            awaitClosed(session);
        }
    }

    @Test
    void closingWhileConnectingLeavesNothingOpen() {
        try (var server = ScriptedServer.startForEach(s -> s.stall());
                var session = TestSession.open(server)) {
            CompletableFuture<Integer> running = session.session().submit(client -> 1);
            server.awaitConnections(1);
            session.session().close();
            TestSession.failure(Cancelled.class, running);
            server.awaitDisconnected();
            awaitClosed(session);
        }
    }

    @Test
    void closingTwiceOrUnusedIsAllowed() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            session.session().close();
            session.session().close();
            awaitClosed(session);
            assertThat(server.connections()).isZero();
        }
    }

    /** Whatever the moment at which it is closed: nobody waits for ever. */
    @Test
    void noWaiterIsForgottenWhenASessionIsClosed() {
        try (var server = ScriptedServer.startForEach(Responder.standard())) {
            for (int round = 0; round < 50; round++) {
                List<CompletableFuture<Integer>> futures = new ArrayList<>();
                try (var session = TestSession.open(server)) {
                    for (int i = 0; i < 20; i++) {
                        futures.add(session.session().submit(client -> 1));
                    }
                    futures.get(round % 3).handle((result, e) -> 1).join();
                }
                for (CompletableFuture<Integer> future : futures) {
                    assertThat(future.handle((result, e) -> result != null || e instanceof FtpException)
                                    .orTimeout(10, TimeUnit.SECONDS)
                                    .join())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aDataConnectionIsNeverMixedUpWithTheNextCommand() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "RETR",
                                (s, name) -> s.send("150 coming")
                                        .data(d -> d.send(name))
                                        .send("226 done"))
                        .on("SIZE", (s, name) -> s.send("213 " + name.length())));
                var session = TestSession.open(server)) {
            session.run(client -> client.expectAnotherTransfer(() -> true));
            for (String name : List.of("/a", "/bb", "/ccc")) {
                assertThat(session.retrieve(name)).isEqualTo(name.getBytes(UTF_8));
                session.run(
                        client -> assertThat(client.size(RemotePath.of(name))).isEqualTo(name.length()));
            }
        }
    }

    private static void awaitClosed(TestSession session) {
        CountDownLatch closed = new CountDownLatch(1);
        session.session().onState(state -> {
            if (state instanceof SessionState.Closed) {
                closed.countDown();
            }
        });
        if (session.session().state() instanceof SessionState.Closed) {
            return;
        }
        try {
            assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
