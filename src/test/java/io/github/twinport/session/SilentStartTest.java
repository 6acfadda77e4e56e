// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that begin transfers without the 150 that RFC 959 demands. */
class SilentStartTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    /** After a sixth of the limit for replies TLS begins by itself. */
    private static final Duration REPLY = Duration.ofSeconds(12);

    private final ServerProfiles profiles = new MemoryProfiles();

    @ParameterizedTest
    @CsvSource({"TLSv1.2, 226 done", "TLSv1.3, 226 done", "TLSv1.2, 150 by the way", "TLSv1.3, 150 by the way"})
    void tlsBeginsWithoutTheServersWord(String version, String after) {
        String[] last = after.startsWith("226") ? new String[] {after} : new String[] {after, "226 done"};
        try (var server = ScriptedServer.startForEach(secured(version)
                        .on(
                                "MLSD",
                                (s, argument) ->
                                        s.data(d -> d.send("type=file; a\r\n")).sendLines(last))
                        .on("RETR", (s, name) -> s.data(d -> d.send(HELLO)).sendLines(last))
                        .on("STOR", (s, name) -> s.data(ScriptedData::receive).sendLines(last)));
                var session = tls(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            session.run(client -> assertThat(client.profile().silentStart()).isEqualTo(Proof.WORKS));
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            session.run(client -> TestSession.store(client, "/b", HELLO));
            assertThat(server.received()).contains(HELLO);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatIsKnownOfTheServerHoldsForTheNextSession() {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3")
                .on("RETR", (s, name) -> s.data(d -> d.send(HELLO)).send("226 done")))) {
            try (var session = tls(server)) {
                assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            }
            try (var session = tls(server)) {
                session.run(client -> assertThat(client.profile().silentStart()).isEqualTo(Proof.WORKS));
                assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            }
        }
    }

    /** As pyftpdlib does it, which says 150 late when it is busy. Its word is waited for from then on. */
    @Test
    void aServerThatResetsWhatBeginsEarlyIsWaitedForTheNextTime() {
        boolean[] late = {true, true};
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("RETR", (s, name) -> {
                    if (late[0]) {
                        late[0] = false;
                        s.protectData(false).data(d -> {
                            d.receive(1);
                            d.reset();
                        });
                        s.protectData(true).sendLines("150 coming", "426 what was that?");
                        return;
                    }
                    // Longer than TLS would wait for it.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3000));
                    s.send("150 coming").data(d -> d.send(HELLO)).send("226 done");
                }));
                var session = tls(server)) {
            session.failure(FtpException.class, client -> TestSession.retrieve(client, "/a"));
            session.run(client -> assertThat(client.profile().silentStart()).isEqualTo(Proof.REFUSED));
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** The server needs longer for its 150 than anybody waits, but copes with TLS that begins before. */
    @Test
    void aServerThatIsOnlySlowIsNotTakenForASilentOne() {
        // Too large to be on its way, and confirmed, before the client has looked.
        byte[] large = new byte[16 << 20];
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("RETR", (s, name) -> {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3000));
                    s.send("150 coming").data(d -> d.send(large)).send("226 done");
                }));
                var session = tls(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(large);
            session.run(client -> assertThat(client.profile().silentStart()).isEqualTo(Proof.UNKNOWN));
        }
    }

    @Test
    void aServerThatHasSaidItOnceIsWaitedFor() {
        boolean[] first = {true};
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3").on("RETR", (s, name) -> {
                    if (!first[0]) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3000));
                    }
                    first[0] = false;
                    s.send("150 coming").data(d -> d.send(HELLO)).send("226 done");
                }));
                var session = tls(server)) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(session.retrieve("/b")).isEqualTo(HELLO);
            assertThat(session.log()).noneMatch(line -> line.contains("TLS begins without"));
        }
    }

    @Test
    void aLateRefusalIsARefusal() {
        try (var server = ScriptedServer.startForEach(secured("TLSv1.3")
                        .on(
                                "RETR",
                                (s, name) -> s.protectData(false)
                                        .data(d -> d.receive(1))
                                        .protectData(true)
                                        .send("550 no such file")));
                var session = tls(server)) {
            Refused refused = session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(refused.reply().code()).isEqualTo(550);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataMode.class,
            names = {"PASSIVE", "ACTIVE"})
    void transfersInClearBeginWithoutTheServersWord(DataMode mode) {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("RETR", (s, name) -> s.data(d -> d.send(HELLO)).send("226 done"))
                        .on("STOR", (s, name) -> s.data(ScriptedData::receive).send("226 done")));
                var session = TestSession.plan(server).mode(mode).open()) {
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            session.run(client -> TestSession.store(client, "/b", HELLO));
            assertThat(server.received()).contains(HELLO);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private TestSession tls(ScriptedServer server) {
        return TestSession.plan(server)
                .security(Security.EXPLICIT_TLS)
                .options(ConnectionOptions.NONE.withProfiles(profiles))
                .timeouts(new Timeouts(
                        Timeouts.DEFAULT.connect(),
                        Timeouts.DEFAULT.handshake(),
                        REPLY,
                        Timeouts.DEFAULT.dataConnect(),
                        Timeouts.DEFAULT.data(),
                        Timeouts.DEFAULT.finalReply()))
                .open();
    }

    private static Responder secured(String version) {
        SSLContext context = TestCertificates.get().serverContext(Identity.VALID);
        return Responder.standard()
                .on("AUTH", (s, argument) -> s.send("234 go").startTls(context, version))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok");
    }
}
