// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.SizeAndTime;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.Script;
import io.github.twinport.support.ScriptedServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several commands under way at once: only where it works, and nothing is lost where it does not. */
class PipeliningTest {

    private static final RemotePath A = RemotePath.of("/a");
    private static final RemotePath B = RemotePath.of("/b");
    private static final RemotePath C = RemotePath.of("/c");
    private static final List<RemotePath> FILES = List.of(A, B, C);

    private final MemoryProfiles profiles = new MemoryProfiles();

    @Test
    void aServerThatCopesGetsManyCommandsInOnePacket() {
        try (var server = ScriptedServer.start(s -> withoutOptions(s)
                        .expect("PWD")
                        .expect("NOOP")
                        .sendLines("257 \"/\"", "200 ok")
                        .expect("DELE /a")
                        .expect("DELE /b")
                        .expect("DELE /c")
                        .sendLines("250 gone", "550 not yours", "250 gone")
                        .expect("MKD /a")
                        .expect("MKD /b")
                        .dribble("257 \"/a\"\r\n257 \"/b\"\r\n")
                        .expect("RNFR /a")
                        .expect("RNTO /c")
                        .sendLines("350 go on", "250 done"));
                var session = open(server)) {
            List<BatchResult> results = session.get(client -> client.batches().deleteFiles(FILES));
            assertThat(results.get(0)).isEqualTo(new BatchResult.Done(A));
            assertThat(results.get(1)).isInstanceOfSatisfying(BatchResult.Failed.class, failed -> {
                assertThat(failed.path()).isEqualTo(B);
                assertThat(failed.refusal().reply()).hasToString("550 not yours");
                assertThat(failed.refusal().command()).isEqualTo("DELE /b");
            });
            assertThat(results.get(2)).isEqualTo(new BatchResult.Done(C));
            assertThat(session.<List<BatchResult>>get(client -> client.batches().makeFolders(List.of(A, B))))
                    .containsExactly(new BatchResult.Done(A), new BatchResult.Done(B));
            session.run(client -> client.rename(A, C));
            server.assertFinished();
            assertThat(proof(server)).isEqualTo(Proof.WORKS);
        }
    }

    @Test
    void whatOneConnectionHasProvenTheNextOneUses() {
        try (var server = ScriptedServer.startForEach(
                s -> loggedIn(s).expect("DELE /a").expect("DELE /b").sendLines("250 gone", "250 gone"))) {
            learn(server, Proof.WORKS);
            for (int i = 0; i < 2; i++) {
                try (var session = open(server)) {
                    session.run(client -> client.batches().deleteFiles(List.of(A, B)));
                }
            }
            server.assertFinished();
        }
    }

    @Test
    void oneCommandAloneNeedsNoProof() {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("FEAT", "500 what?").on("DELE", "250 gone"));
                var session = open(server)) {
            session.run(client ->
                    assertThat(client.batches().deleteFiles(List.of(A))).containsExactly(new BatchResult.Done(A)));
            session.run(client ->
                    assertThat(client.batches().deleteFiles(List.of())).isEmpty());
            assertThat(server.commands()).doesNotContain("NOOP");
            assertThat(proof(server)).isEqualTo(Proof.UNKNOWN);
        }
    }

    @Test
    void aServerThatDropsWhatCameInTheSamePacketIsAskedStepByStep() {
        try (var server = ScriptedServer.start(s -> inSteps(withoutOptions(s)
                        .expect("PWD")
                        .expect("NOOP")
                        .send("257 \"/\" is all there is")
                        .expect("PWD")
                        .send("257 \"/\"")));
                var session = open(server)) {
            assertAllDeleted(session);
            server.assertFinished();
            assertThat(server.connections()).isEqualTo(1);
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    @Test
    void aServerThatDropsBothCommandsIsAskedStepByStep() {
        try (var server = ScriptedServer.start(
                        s -> withoutOptions(s).expect("PWD").expect("NOOP"), s -> inSteps(loggedIn(s)));
                var session = open(server)) {
            assertAllDeleted(session);
            server.assertFinished();
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    @Test
    void anAnswerThatIsOnlyLateIsNotTakenForTheNextOne() {
        try (var server = ScriptedServer.start(s -> inSteps(withoutOptions(s)
                        .expect("PWD")
                        .expect("NOOP")
                        .send("257 \"/\"")
                        .expect("PWD")
                        .sendLines("200 ok, late", "257 \"/\"")));
                var session = open(server)) {
            assertAllDeleted(session);
            server.assertFinished();
        }
    }

    @Test
    void aServerWithoutPwdIsBroughtBackIntoStepAllTheSame() {
        try (var server = ScriptedServer.start(s -> inSteps(withoutOptions(s)
                        .expect("PWD")
                        .expect("NOOP")
                        .send("257 \"/\" is all there is")
                        .expect("PWD")
                        .send("502 no")));
                var session = open(server)) {
            assertAllDeleted(session);
            server.assertFinished();
        }
    }

    /** Equal refusals tell nothing: aioftp answers what it does not know before what came earlier. */
    @ParameterizedTest
    @CsvSource({
        "200 ok,            257 \"/\"",
        "502 no,            502 no",
        "257 \"/\",         502 no",
        "550 no,            200 ok",
        "257 \"/\",         257 \"/\""
    })
    void repliesThatDoNotTellWhoseTheyAreProveNothing(String first, String second) {
        try (var server = ScriptedServer.start(s ->
                        inSteps(withoutOptions(s).expect("PWD").expect("NOOP").sendLines(first, second)));
                var session = open(server)) {
            assertAllDeleted(session);
            server.assertFinished();
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    /** What was known no longer holds, or never has: the first reply that cannot be right takes it back. */
    @Test
    void aStoredFactIsTakenBackAtTheFirstReplyThatBelongsToAnotherCommand() {
        try (var server = ScriptedServer.start(
                s -> loggedIn(s)
                        .expect("TYPE I")
                        .send("200 ok")
                        .expect("SIZE /a")
                        .expect("MDTM /a")
                        .sendLines("257 \"/\"", "213 5"),
                s -> loggedIn(s)
                        .expect("TYPE I")
                        .send("200 ok")
                        .expect("SIZE /a")
                        .send("213 5")
                        .expect("MDTM /a")
                        .send("213 20200102030405"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                SizeAndTime found = session.get(client -> client.sizeAndTime(A));
                assertThat(found.size()).isEqualTo(5);
                assertThat(found.modified()).isNotNull();
                assertThat(proof(server)).isEqualTo(Proof.REFUSED);
            }
        }
    }

    @Test
    void aServerThatClosesAtTwoCommandsIsAskedAgainStepByStep() {
        try (var server = ScriptedServer.start(
                        s -> withoutOptions(s).expect("PWD").close(), s -> inSteps(loggedIn(s)));
                var session = open(server)) {
            assertAllDeleted(session);
            assertThat(server.connections()).isEqualTo(2);
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    @Test
    void aServerThatSaysTooMuchIsAskedAgainStepByStep() {
        try (var server = ScriptedServer.start(
                        s -> withoutOptions(s).expect("PWD").expect("NOOP").sendLines("257 \"/\"", "200 b", "200 c"),
                        s -> inSteps(loggedIn(s)));
                var session = open(server)) {
            assertAllDeleted(session);
            assertThat(proof(server)).isEqualTo(Proof.REFUSED);
        }
    }

    @Test
    void repliesThatAreLostInTheMiddleAreLookedUp() {
        Script broken = s -> loggedIn(s)
                .expect("DELE /a")
                .expect("DELE /b")
                .expect("DELE /c")
                .send("250 gone")
                .reset();
        Script afterwards = s -> loggedIn(s)
                .expect("DELE /a")
                .send("550 no such file")
                .expect("DELE /b")
                .send("250 gone")
                .expect("DELE /c")
                .send("550 not yours")
                .expect("SIZE /a")
                .send("550 no such file")
                .expect("MDTM /a")
                .send("550 no such file")
                .expect("SIZE /c")
                .send("213 5");
        try (var server = ScriptedServer.start(broken, afterwards)) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                List<BatchResult> results =
                        session.get(client -> client.batches().deleteFiles(FILES));
                assertThat(results.subList(0, 2)).containsExactly(new BatchResult.Done(A), new BatchResult.Done(B));
                assertThat(results.get(2)).isInstanceOf(BatchResult.Failed.class);
                assertThat(proof(server)).isEqualTo(Proof.REFUSED);
            }
        }
    }

    @Test
    void foldersWhoseRepliesAreLostAreLookedUp() {
        try (var server = ScriptedServer.start(
                s -> loggedIn(s).expect("RMD /a").expect("RMD /b").close(),
                s -> loggedIn(s)
                        .expect("RMD /a")
                        .send("550 no such folder")
                        .expect("RMD /b")
                        .send("550 not empty")
                        .expect("CWD /a")
                        .send("550 no such folder")
                        .expect("CWD /b")
                        .send("250 here"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                List<BatchResult> results =
                        session.get(client -> client.batches().removeFolders(List.of(A, B)));
                assertThat(results.getFirst()).isEqualTo(new BatchResult.Done(A));
                assertThat(results.getLast()).isInstanceOf(BatchResult.Failed.class);
            }
        }
    }

    @Test
    void aFolderThatCannotBeLookedUpIsNotTakenForGone() {
        try (var server = ScriptedServer.start(
                s -> loggedIn(s).expect("RMD /a").expect("RMD /b").close(),
                s -> loggedIn(s)
                        .expect("RMD /a")
                        .send("450 not now")
                        .expect("RMD /b")
                        .send("450 not now")
                        .expect("CWD /a")
                        .send("450 not now")
                        .expect("CWD /b")
                        .send("550 no such folder"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                List<BatchResult> results =
                        session.get(client -> client.batches().removeFolders(List.of(A, B)));
                assertThat(results.getFirst()).isInstanceOf(BatchResult.Failed.class);
                assertThat(results.getLast()).isEqualTo(new BatchResult.Done(B));
            }
        }
    }

    @Test
    void aServerThatStopsAnsweringInTheMiddleIsAskedAgainStepByStep() {
        try (var server = ScriptedServer.start(
                s -> loggedIn(s)
                        .expect("DELE /a")
                        .expect("DELE /b")
                        .expect("DELE /c")
                        .send("250 gone")
                        .stall(),
                s -> inSteps(loggedIn(s)))) {
            learn(server, Proof.WORKS);
            try (var session = TestSession.plan(server)
                    .options(ConnectionOptions.NONE.withProfiles(profiles))
                    .timeouts(TestSession.limits(700))
                    .open()) {
                assertAllDeleted(session);
                assertThat(proof(server)).isEqualTo(Proof.REFUSED);
            }
        }
    }

    @Test
    void aServerThatGarblesWhatComesAtOnceIsNotBelievedThatItKnowsNoSuchCommand() {
        try (var server = ScriptedServer.start(s -> loggedIn(s)
                .expect("DELE /a")
                .expect("DELE /b")
                .expect("DELE /c")
                .sendLines("250 gone", "500 LE /b?", "500 E /c?")
                .expect("DELE /b")
                .send("250 gone")
                .expect("DELE /c")
                .send("250 gone"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                assertAllDeleted(session);
                server.assertFinished();
                assertThat(proof(server)).isEqualTo(Proof.REFUSED);
            }
        }
    }

    @Test
    void aCommandThatTheServerDoesNotKnowIsNoReasonToDoubt() {
        try (var server = ScriptedServer.start(s -> loggedIn(s)
                .expect("SITE CHMOD 644 /a")
                .expect("SITE CHMOD 600 /b")
                .sendLines("502 no SITE CHMOD", "502 no SITE CHMOD")
                .expect("SITE CHMOD 644 /a")
                .send("502 no SITE CHMOD"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                Map<RemotePath, Integer> modes = new LinkedHashMap<>();
                modes.put(A, 0644);
                modes.put(B, 0600);
                assertThat(session.<List<BatchResult>>get(
                                client -> client.batches().changePermissions(modes)))
                        .allSatisfy(result -> assertThat(result).isInstanceOf(BatchResult.Failed.class));
                server.assertFinished();
                assertThat(proof(server)).isEqualTo(Proof.WORKS);
            }
        }
    }

    @Test
    void aServerThatGoesDownInTheMiddleIsNoPipeliningFailure() {
        try (var server = ScriptedServer.start(s -> loggedIn(s)
                .expect("DELE /a")
                .expect("DELE /b")
                .expect("DELE /c")
                .sendLines("250 gone", "421 down"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                session.failure(
                        FtpException.ServiceEnded.class,
                        client -> client.batches().deleteFiles(FILES));
                assertThat(proof(server)).isEqualTo(Proof.WORKS);
            }
        }
    }

    @Test
    void sizeAndTimeTakeOneRoundTrip() {
        try (var server = ScriptedServer.start(s -> loggedIn(s)
                .expect("TYPE I")
                .send("200 binary")
                .expect("SIZE /a")
                .expect("MDTM /a")
                .sendLines("213 5", "213 20200102030405")
                .expect("SIZE /b")
                .expect("MDTM /b")
                .sendLines("550 no", "550 no"))) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                SizeAndTime found = session.get(client -> client.sizeAndTime(A));
                assertThat(found.size()).isEqualTo(5);
                assertThat(found.modified()).isNotNull();
                SizeAndTime missing = session.get(client -> client.sizeAndTime(B));
                assertThat(missing).isEqualTo(new SizeAndTime(Entry.UNKNOWN_SIZE, null));
                server.assertFinished();
            }
        }
    }

    @Test
    void aPairThatFailsAtItsFirstCommandIsNotSentWhollyWithoutProof() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("RNFR", "550 no such file"))) {
            learn(server, Proof.REFUSED);
            try (var session = open(server)) {
                session.failure(FtpException.Refused.class, client -> {
                    client.rename(A, B);
                    return A;
                });
                assertThat(server.commands()).contains("RNFR /a").doesNotContain("RNTO /b");
            }
        }
    }

    @Test
    void noMoreThanAServersBufferHoldsIsUnderWay() {
        int files = 400;
        List<RemotePath> many = IntStream.range(0, files)
                .mapToObj(i -> RemotePath.of("/a-name-of-some-length-" + i))
                .toList();
        Map<RemotePath, Instant> times = new LinkedHashMap<>();
        many.forEach(path -> times.put(path, Instant.EPOCH));
        List<Integer> portions = new ArrayList<>();
        try (var server = ScriptedServer.start(s -> {
            loggedIn(s);
            for (int left = files; left > 0; left -= 50) {
                for (int i = 0; i < 50; i++) {
                    s.expectPrefix("MDTM 19700101000000 /a-name-of-some-length-");
                }
                portions.add(50);
                s.sendRaw("213 ok\r\n".repeat(50));
            }
        })) {
            learn(server, Proof.WORKS);
            try (var session = open(server)) {
                assertThat(session.<List<BatchResult>>get(
                                client -> client.batches().setModified(times)))
                        .hasSize(files)
                        .allSatisfy(result -> assertThat(result).isInstanceOf(BatchResult.Done.class));
                assertThat(portions).hasSize(files / 50);
            }
        }
    }

    private static Conversation loggedIn(Conversation s) {
        return s.login()
                .expect("FEAT")
                .sendLines("211-", " UTF8", " SIZE", " MDTM", "211 End")
                .expect("OPTS UTF8 ON")
                .send("200 ok")
                .expect("PWD")
                .send("257 \"/\"");
    }

    /** A login that says only one thing at a time, so that nothing is known after it. */
    private static Conversation withoutOptions(Conversation s) {
        return s.login()
                .expect("FEAT")
                .sendLines("211-", " SIZE", " MDTM", "211 End")
                .expect("PWD")
                .send("257 \"/\"");
    }

    private static void inSteps(Conversation s) {
        for (RemotePath file : FILES) {
            s.expect("DELE " + file).send("250 gone");
        }
    }

    private static void assertAllDeleted(TestSession session) {
        assertThat(session.<List<BatchResult>>get(
                        (FtpClient client) -> client.batches().deleteFiles(FILES)))
                .containsExactly(new BatchResult.Done(A), new BatchResult.Done(B), new BatchResult.Done(C));
    }

    private TestSession open(ScriptedServer server) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withProfiles(profiles))
                .open();
    }

    private void learn(ScriptedServer server, Proof proof) {
        profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withPipelining(proof));
    }

    private Proof proof(ScriptedServer server) {
        return profiles.find(address(server), "me").pipelining();
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }
}
