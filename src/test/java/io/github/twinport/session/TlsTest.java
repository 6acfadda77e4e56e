// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.CertificateRejected;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.tls.CertificateProblem;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is trusted, what is encrypted, and what happens to those who try otherwise. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TlsTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    private final List<ServerCertificate> asked = new CopyOnWriteArrayList<>();
    private final MemoryProfiles profiles = new MemoryProfiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"EXPLICIT_TLS,TLSv1.2", "EXPLICIT_TLS,TLSv1.3", "IMPLICIT_TLS,TLSv1.2", "IMPLICIT_TLS,TLSv1.3"})
    void aTrustedServerIsNotAskedAbout(Security security, String version) {
        try (var server = ScriptedServer.startForEach(secured(security, Identity.VALID, version));
                var session = open(server, security, TrustDecision.REJECT)) {
            session.run(client -> assertThat(client.tlsVersion()).contains(version));
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(asked).isEmpty();
            assertThat(server.commands()).containsSequence("PBSZ 0", "PROT P");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"EXPLICIT_TLS", "IMPLICIT_TLS"})
    void aRejectedServerLearnsNothing(Security security) {
        SSLContext context = context(Identity.SELF_SIGNED);
        try (var server = ScriptedServer.startForEach(s -> {
                    if (security == Security.EXPLICIT_TLS) {
                        s.send("220 hi").expect("AUTH TLS").send("234 go");
                    }
                    s.expectFailedHandshake(context);
                });
                var session = open(server, security, TrustDecision.REJECT)) {
            CertificateRejected failure = session.failure(CertificateRejected.class, client -> 1);
            assertThat(failure)
                    .hasMessageContaining("signed by nobody")
                    .hasMessageNotContaining(asked.getFirst().fingerprint());
            assertThat(session.session().state()).isEqualTo(new SessionState.Broken(failure));
            server.awaitDisconnected();
            assertThat(server.commands()).noneMatch(command -> command.startsWith("USER"));
        }
    }

    @ParameterizedTest
    @CsvSource({"SELF_SIGNED,UNTRUSTED", "EXPIRED,EXPIRED", "OTHER_HOST,WRONG_HOST"})
    void theQuestionSaysWhatIsWrong(Identity identity, CertificateProblem problem) {
        try (var server = ScriptedServer.startForEach(explicit(identity));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.run(client -> client.noop());
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst().problems()).isEqualTo(Set.of(problem));
            assertThat(asked.getFirst().leaf()).isEqualTo(TestCertificates.get().certificate(identity));
        }
    }

    /** Every data connection of this server makes a full handshake, and still nobody is asked again. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isAskedOncePerControlConnection(String version) {
        try (var server = ScriptedServer.startForEach(explicit(Identity.SELF_SIGNED, version)
                        .on("RETR", (s, name) -> {
                            s.dataContext(context(Identity.SELF_SIGNED)).send("150 coming");
                            s.data(d -> d.send(HELLO)).send("226 done");
                        }));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            for (int i = 0; i < 5; i++) {
                assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            }
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void aDataConnectionWithAnotherDoubtfulCertificateIsRefusedUnasked() {
        SSLContext first = context(Identity.SELF_SIGNED);
        SSLContext other = context(Identity.OTHER_HOST);
        try (var server = ScriptedServer.startForEach(explicit(first).on("RETR", (s, name) -> {
                    s.send("150 coming").dataContext(other);
                    try {
                        s.data(d -> d.send(HELLO));
                    } catch (UncheckedIOException refused) {
                        s.send("425 no");
                        return;
                    }
                    s.send("226 done, whatever the client thinks");
                }));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(CertificateRejected.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void aDecisionMayTakeLongerThanAHandshake() {
        TrustDecider slow = certificate -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500));
            return TrustDecision.ONCE;
        };
        try (var server = ScriptedServer.startForEach(explicit(Identity.SELF_SIGNED));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .decider(slow)
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            session.run(client -> client.noop());
        }
    }

    @Test
    void aDeciderThatFailsLeavesNothingOpen() {
        IllegalStateException bug = new IllegalStateException("bug");
        try (var server = ScriptedServer.startForEach(s -> s.expectFailedHandshake(context(Identity.SELF_SIGNED)));
                var session = TestSession.plan(server)
                        .security(Security.IMPLICIT_TLS)
                        .decider(certificate -> {
                            throw bug;
                        })
                        .open()) {
            Exception failure = session.failure(Exception.class, client -> 1);
            assertThat(failure).hasStackTraceContaining("bug");
            assertThat(session.session().state()).isInstanceOf(SessionState.Broken.class);
            server.awaitDisconnected();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"230 logged in already", "220 hello again", "garbage"})
    void textInClearBehindAuthIsAnAttack(String injected) {
        try (var server = ScriptedServer.startForEach(s -> s.send("220 hi")
                        .expect("AUTH TLS")
                        .sendRaw("234 go\r\n" + injected + "\r\n")
                        .expectEnd());
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(ProtocolViolation.class, client -> 1);
            server.awaitDisconnected();
            assertThat(server.commands()).containsExactly("AUTH TLS");
            assertThat(session.log()).doesNotContain(injected);
        }
    }

    @Test
    void textInClearThatComesLaterIsNoHandshake() {
        try (var server = ScriptedServer.startForEach(s -> {
                    s.send("220 hi").expect("AUTH TLS").send("234 go");
                    s.receiveBytes(1);
                    s.send("230 logged in already");
                    s.stall();
                });
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(TlsFailed.class, client -> 1);
            assertThat(session.log()).doesNotContain("230 logged in already");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?", "502 no", "534 denied", "431 not now", "200 sure, later"})
    void nothingGoesOnInClearWhereTlsIsRefused(String reply) {
        try (var server = ScriptedServer.startForEach(
                        s -> s.send("220 hi").expect("AUTH TLS").send(reply).expectEnd());
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(TlsFailed.class, client -> 1);
            server.awaitDisconnected();
            assertThat(server.commands()).containsExactly("AUTH TLS");
        }
    }

    @Test
    void nothingIsTransferredWhereDataWouldBeInClear() {
        try (var server = ScriptedServer.startForEach(explicit(Identity.VALID).on("PROT", "534 no"));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(TlsFailed.class, client -> TestSession.retrieve(client, "/a"));
            server.awaitDisconnected();
            assertThat(server.commands()).endsWith("PROT P");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "reset", "text"})
    void aServerThatCannotTlsIsATypedFailure(String how) {
        try (var server = ScriptedServer.startForEach(s -> {
                    switch (how) {
                        case "close" -> s.close();
                        case "reset" -> s.reset();
                        default -> s.send("220 I speak in clear").stall();
                    }
                });
                var session = open(server, Security.IMPLICIT_TLS, TrustDecision.ONCE)) {
            FtpException failure = session.failure(FtpException.class, client -> 1);
            // A reset may come before the connection is known to stand.
            assertThat(failure).isInstanceOfAny(TlsFailed.class, ConnectionLost.class, FtpException.Unreachable.class);
        }
    }

    /** Longer than TLS allows, and longer than any buffer here. */
    @Test
    void aRecordThatIsTooLongIsRefusedAtOnce() {
        byte[] record = new byte[5 + 30_000];
        record[0] = 0x16;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (30_000 >> 8);
        record[4] = (byte) 30_000;
        try (var server = ScriptedServer.startForEach(s -> s.sendBytes(record).stall());
                var session = open(server, Security.IMPLICIT_TLS, TrustDecision.ONCE)) {
            session.failure(TlsFailed.class, client -> 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anUploadLosesNothingToAServerThatReadsSlowly(String version) {
        byte[] content = new byte[3_000_000];
        new Random(9).nextBytes(content);
        try (var server = ScriptedServer.startForEach(explicit(Identity.VALID, version)
                        .on(
                                "STOR",
                                (s, name) -> s.send("150 go on")
                                        .data(TlsTest::receiveSlowly)
                                        .send("226 done")));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.REJECT)) {
            session.run(client ->
                    assertThat(TestSession.store(client, "/a", content)).isEqualTo(content.length));
            byte[] received = new byte[content.length];
            int length = 0;
            for (byte[] part : server.received()) {
                System.arraycopy(part, 0, received, length, part.length);
                length += part.length;
            }
            assertThat(length).isEqualTo(content.length);
            assertThat(received).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void manyTransfersBothWaysResumeTheSession(String version) {
        try (var server = ScriptedServer.startForEach(explicit(Identity.VALID, version));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.REJECT)) {
            for (int i = 0; i < 8; i++) {
                session.run(client ->
                        assertThat(TestSession.store(client, "/b", HELLO)).isEqualTo(5));
            }
            assertThat(session.retrieve("/a")).isEqualTo(HELLO);
            assertThat(server.received()).hasSize(8).allMatch(bytes -> new String(bytes, UTF_8).equals("hello"));
            assertThat(session.log()).noneMatch(line -> line.contains("full handshake"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"425 Unable to build data connection: Operation not permitted", "522 session reuse required"})
    void aSecondRefusedResumptionInOneSessionEndsTls13(String reply) throws IOException {
        SSLContext context = context(Identity.VALID);
        Responder demanding = refusing(context, reply);
        try (var server = ScriptedServer.start(demanding, demanding, explicit(context, "TLSv1.2"));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .options(ConnectionOptions.NONE.withProfiles(profiles))
                        .open()) {
            storeFile(session);
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.2"));
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().getFirst()).isEqualTo(HELLO);
            assertThat(isWithoutTls13(server)).isTrue();
        }
    }

    /** A refusal by chance, for instance where two servers share their ports, must not last. */
    @Test
    void oneRefusedResumptionIsTriedAgainAsItWas() throws IOException {
        SSLContext context = context(Identity.VALID);
        try (var server = ScriptedServer.start(
                        refusing(context, "425 cannot open a connection"), explicit(context, "TLSv1.3"));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .options(ConnectionOptions.NONE.withProfiles(profiles))
                        .open()) {
            storeFile(session);
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.3"));
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().getFirst()).isEqualTo(HELLO);
            assertThat(isWithoutTls13(server)).isFalse();
        }
    }

    /** The words before TLS are nobody's: whoever stands between could end TLS 1.3 by one of them. */
    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_TLS", "IMPLICIT_TLS"})
    void aWordInTheGreetingDecidesNothing(Security security) {
        SSLContext context = context(Identity.VALID);
        Responder named = explicit(context).greeting("220 ProFTPD Server ready.");
        try (var server = ScriptedServer.startForEach(
                        security == Security.EXPLICIT_TLS ? named : s -> named.play(s.startTls(context)));
                var session = open(server, security, TrustDecision.REJECT)) {
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.3"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** What has come already would come twice. */
    @Test
    void aRefusalBehindTheFirstByteIsNoDemandForResumption() {
        SSLContext context = context(Identity.VALID);
        SSLContext unrelated = context(Identity.VALID);
        Responder breaking = explicit(context, "TLSv1.3").on("RETR", (s, name) -> {
            s.send("150 coming").dataContext(unrelated);
            s.data(d -> d.send(HELLO)).send("450 disk error");
        });
        try (var server = ScriptedServer.startForEach(breaking);
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.REJECT)) {
            session.failure(FtpException.Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** What was read from a source that cannot go back would be missing. */
    @Test
    void anUploadFromAStreamIsNotTriedAgain() {
        try (var server = ScriptedServer.startForEach(refusing(context(Identity.VALID), "425 cannot"));
                var session = open(server, Security.EXPLICIT_TLS, TrustDecision.REJECT)) {
            session.failure(FtpException.Refused.class, client -> TestSession.store(client, "/a", HELLO));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private void storeFile(TestSession session) throws IOException {
        try (var source = Files.newByteChannel(Files.write(folder.resolve("source"), HELLO))) {
            session.run(client -> assertThat(client.store(RemotePath.of("/a"), 0, source, ByteMeter.NONE))
                    .isEqualTo(5));
        }
    }

    private static Responder refusing(SSLContext context, String reply) {
        SSLContext unrelated = context(Identity.VALID);
        return explicit(context, "TLSv1.3").on("STOR", (s, name) -> {
            s.send("150 go on").dataContext(unrelated);
            s.data(d -> {}).send(reply);
        });
    }

    private boolean isWithoutTls13(ScriptedServer server) {
        return profiles.find(new Server(server.host(), server.port(), Security.EXPLICIT_TLS), "me")
                .withoutTls13();
    }

    @Test
    void aSiteThatAllowsOnlyTls13NeverFallsBack() {
        SSLContext context = context(Identity.VALID);
        try (var server = ScriptedServer.startForEach(explicit(context).greeting("220 ProFTPD Server ready."));
                var session = TestSession.plan(server)
                        .security(Security.EXPLICIT_TLS)
                        .versions("TLSv1.3")
                        .open()) {
            session.run(client -> assertThat(client.tlsVersion()).contains("TLSv1.3"));
        }
    }

    private TestSession open(ScriptedServer server, Security security, TrustDecision decision) {
        return TestSession.plan(server)
                .security(security)
                .decider(certificate -> {
                    asked.add(certificate);
                    return decision;
                })
                .open();
    }

    private static SSLContext context(Identity identity) {
        return TestCertificates.get().serverContext(identity);
    }

    private static Script secured(Security security, Identity identity, String version) {
        if (security == Security.EXPLICIT_TLS) {
            return explicit(identity, version);
        }
        SSLContext context = context(identity);
        return s -> explicit(context, version).play(s.startTls(context, version));
    }

    private static Responder explicit(Identity identity, String... versions) {
        return explicit(context(identity), versions);
    }

    private static Responder explicit(SSLContext context, String... versions) {
        return Responder.standard()
                .on("AUTH", (s, argument) -> s.send("234 go").startTls(context, versions))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send(HELLO)).send("226 done"))
                .on(
                        "STOR",
                        (s, name) ->
                                s.send("150 go on").data(ScriptedData::receive).send("226 done"));
    }

    private static void receiveSlowly(ScriptedData data) {
        while (data.receive(100_000).length == 100_000) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
