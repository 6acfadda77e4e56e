// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.EndUnconfirmed;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that stop in the middle: every phase ends by itself and says which one it was. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StallTest {

    private static final long LIMIT = 1_000;

    @Test
    void beforeTheGreeting() {
        assertThat(phase(s -> s.stall(), client -> client.noop())).isEqualTo(Phase.REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASS", "FEAT", "OPTS", "PWD", "NOOP"})
    void inTheMiddleOfTheLogin(String verb) {
        assertThat(phase(Responder.standard().on(verb, (s, argument) -> s.stall()), client -> client.noop()))
                .isEqualTo(Phase.REPLY);
    }

    @Test
    void inTheMiddleOfAReply() {
        assertThat(phase(
                        Responder.standard()
                                .on(
                                        "NOOP",
                                        (s, argument) ->
                                                s.sendRaw("200-half\r\n20").stall()),
                        client -> client.noop()))
                .isEqualTo(Phase.REPLY);
    }

    @Test
    void inAHandshake() {
        try (var server = ScriptedServer.startForEach(s -> s.stall());
                var session = TestSession.plan(server)
                        .security(Security.IMPLICIT_TLS)
                        .timeouts(TestSession.limits(LIMIT))
                        .open()) {
            assertThat(session.failure(TimedOut.class, client -> 1).phase()).isEqualTo(Phase.HANDSHAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TYPE", "EPSV", "RETR"})
    void beforeATransfer(String verb) {
        assertThat(phase(
                        Responder.standard().on(verb, (s, argument) -> s.stall()),
                        client -> TestSession.retrieve(client, "/a")))
                .isEqualTo(Phase.REPLY);
    }

    @Test
    void inTheMiddleOfADownload() {
        Responder stalling = Responder.standard()
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("hel").stall())
                                .send("426 you left"));
        try (var server = ScriptedServer.startForEach(stalling);
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(LIMIT))
                        .open()) {
            TimedOut failure = session.failure(TimedOut.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.phase()).isEqualTo(Phase.DATA);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void inTheMiddleOfAListing() {
        Responder stalling = Responder.standard()
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=1; a\r\n").stall())
                                .send("426 you left"));
        try (var server = ScriptedServer.startForEach(stalling);
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(LIMIT))
                        .open()) {
            TimedOut failure = session.failure(TimedOut.class, client -> TestSession.names(client, "/"));
            assertThat(failure.phase()).isEqualTo(Phase.DATA);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void inTheMiddleOfAnUpload() {
        assertThat(phase(
                        Responder.standard()
                                .on(
                                        "STOR",
                                        (s, name) -> s.send("150 go on").data(d -> {
                                            d.receive(10);
                                            s.stall();
                                        })),
                        client -> TestSession.store(client, "/a", new byte[50_000_000])))
                .isEqualTo(Phase.DATA);
    }

    @Test
    void beforeTheLastReply() {
        assertThat(phase(
                        Responder.standard()
                                .on(
                                        "RETR",
                                        (s, name) -> s.send("150 coming")
                                                .data(d -> d.send("hello"))
                                                .stall()),
                        client -> TestSession.retrieve(client, "/a")))
                .isEqualTo(Phase.FINAL_REPLY);
        assertThat(phase(
                        Responder.standard()
                                .on(
                                        "STOR",
                                        (s, name) -> s.send("150 go on")
                                                .data(ScriptedData::receive)
                                                .stall()),
                        client -> TestSession.store(client, "/a", new byte[10])))
                .isEqualTo(Phase.FINAL_REPLY);
    }

    /** One byte now and then is progress, so a slow server is not cut off. */
    @Test
    void aSlowDownloadIsNoStall() {
        Responder slow = Responder.standard()
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> {
                                    long end = System.nanoTime() + 3 * LIMIT * 1_000_000;
                                    while (System.nanoTime() < end) {
                                        d.send("x");
                                        LockSupport.parkNanos(5_000_000);
                                    }
                                })
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(slow);
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(LIMIT))
                        .open()) {
            assertThat(session.retrieve("/a").length).isGreaterThan(1);
        }
    }

    private static Phase phase(Script script, TestSession.Step step) {
        try (var server = ScriptedServer.startForEach(script);
                var session = TestSession.plan(server)
                        .timeouts(TestSession.limits(LIMIT))
                        .open()) {
            FtpException failure = session.failure(FtpException.class, client -> {
                step.run(client);
                return RemotePath.ROOT;
            });
            assertThat(session.session().state()).isInstanceOf(SessionState.Broken.class);
            FtpException cause = failure instanceof EndUnconfirmed end ? end.connectionFailure() : failure;
            assertThat(cause).isInstanceOf(TimedOut.class);
            return ((TimedOut) cause).phase();
        }
    }
}
