// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders over a data connection, from friendly and from hostile servers. */
class ListingTest {

    private static Responder listing(String verb, String text) {
        Responder responder = Responder.standard()
                .on(
                        verb,
                        (s, argument) ->
                                s.send("150 coming").data(d -> d.send(text)).send("226 done"));
        return verb.equals("LIST") ? responder.on("FEAT", "500 what?") : responder;
    }

    @Test
    void goesIntoTheFolderFirst() {
        try (var server = ScriptedServer.startForEach(listing("MLSD", "type=file;size=3; a\r\ntype=dir; b\r\n"));
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/x y")).containsExactly("a", "b"));
            session.run(client -> assertThat(TestSession.names(client, "/x y")).containsExactly("a", "b"));
            assertThat(server.commands()).containsOnlyOnce("CWD /x y").endsWith("EPSV", "MLSD");
        }
    }

    @Test
    void aFolderThatCannotBeEnteredIsNotListed() {
        try (var server = ScriptedServer.startForEach(listing("MLSD", "").on("CWD", "550 no"));
                var session = TestSession.open(server)) {
            session.failure(Refused.class, client -> TestSession.names(client, "/x"));
            assertThat(server.commands()).doesNotContain("MLSD");
        }
    }

    @Test
    void listFollowsWhereMlsdIsPromisedButUnknown() {
        String line = "-rw-r--r-- 1 me us 5 Jan  2 2020 a\r\n";
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("MLSD", "502 no")
                        .on(
                                "LIST",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> d.send(line))
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            assertThat(server.commands()).containsOnlyOnce("MLSD").endsWith("EPSV", "LIST -a");
        }
    }

    @Test
    void hiddenNamesAreLeftOutWhereTheServerRefusesToShowThem() {
        String line = "-rw-r--r-- 1 me us 5 Jan  2 2020 a\r\n";
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("FEAT", "500 no")
                        .on("LIST", (s, argument) -> {
                            if (argument.isEmpty()) {
                                s.send("150 coming").data(d -> d.send(line)).send("226 done");
                            } else {
                                s.send("550 -a: no such file");
                            }
                        }));
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            assertThat(server.commands()).containsOnlyOnce("LIST -a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 No files found", "450 No files found."})
    void noFilesFoundIsAnEmptyFolder(String reply) {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("FEAT", "500 no").on("LIST", reply));
                var session = TestSession.open(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/")).isEmpty());
        }
    }

    /** Entries that were handed out must not come a second time because the listing is asked for in another way. */
    @Test
    void aListingThatIsBrokenOffIsRefusedAndNotRepeated() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("FEAT", "500 no")
                        .on(
                                "LIST",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> d.send("-rw-r--r-- 1 me us 5 Jan  2 2020 a\r\n"))
                                        .send("426 broken off")));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> TestSession.names(client, "/"));
            assertThat(refused.reply().code()).isEqualTo(426);
            assertThat(server.commands()).filteredOn(c -> c.startsWith("LIST")).hasSize(1);
        }
    }

    @Test
    void aResetInTheMiddleIsALostConnection() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLSD",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> d.send("type=file; a\r\n").reset())
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            session.failure(ConnectionLost.class, client -> TestSession.names(client, "/"));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void entriesAreHandedOutWhileMoreArrive() {
        List<String> seen = new ArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLSD",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> {
                                            d.send("type=file; a\r\ntype=fi");
                                            await(first);
                                            d.send("le; b\r\ntype=file; ümläut");
                                        })
                                        .send("226 done")));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, batch -> {
                batch.forEach(entry -> seen.add(entry.name()));
                first.countDown();
            }));
            assertThat(seen).containsExactly("a", "b", "ümläut");
            assertThat(listing.entries()).extracting(Entry::name).isEqualTo(seen);
        }
    }

    @Test
    void aListenerThatFailsBreaksTheListingOffAndTheSessionGoesOn() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLSD",
                                (s, argument) -> s.send("150 coming")
                                        .data(ListingTest::namesWithoutEnd)
                                        .send("426 broken off"))
                        .on("ABOR", "226 done"));
                var session = TestSession.open(server)) {
            IllegalStateException bug = new IllegalStateException("bug");
            assertThat(session.failure(
                            IllegalStateException.class,
                            client -> client.list(RemotePath.ROOT, batch -> {
                                throw bug;
                            })))
                    .isSameAs(bug);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void namesThatArePathsNeverBecomeEntries() {
        String hostile = String.join(
                "\r\n",
                "type=file; ../../x",
                "type=file; /etc/passwd",
                "type=dir; ..",
                "type=dir; .",
                "type=file; a/b",
                "type=file; ",
                "type=file; x\0y/../z",
                "type=file; good",
                "");
        try (var server = ScriptedServer.startForEach(listing("MLSD", hostile));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, batch -> {}));
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("good");
            assertThat(listing.unparsedCount()).isGreaterThanOrEqualTo(5);
            assertThat(listing.unparsed()).anyMatch(line -> line.contains("../../x"));
            assertThat(session.log()).contains("not understood: type=file; ../../x");
        }
    }

    @Test
    void aWholePathIsANameWhereItLiesInTheListedFolder() {
        String paths = "type=file; /pub/a b\r\ntype=dir; ./c\r\ntype=dir; /pub\r\n";
        try (var server = ScriptedServer.startForEach(listing("MLSD", paths).on("CWD /pub", "250 there"));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.of("/pub"), batch -> {}));
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("a b", "c");
            assertThat(listing.isWhole()).isTrue();
        }
    }

    @Test
    void aListingWithAGuessedLineIsNotWhole() {
        String guessed = "type=file;size=3;touching.txt\r\n";
        try (var server = ScriptedServer.startForEach(listing("MLSD", guessed));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, batch -> {}));
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("touching.txt");
            assertThat(listing.isWhole()).isFalse();
        }
    }

    @Test
    void aThousandLinesThatNobodyUnderstandsAreToldInAHundred() {
        try (var server = ScriptedServer.startForEach(listing("MLSD", "type=file; a/b\r\n".repeat(1000)));
                var session = TestSession.open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, batch -> {}));
            assertThat(listing.unparsedCount()).isEqualTo(1000);
            assertThat(session.log())
                    .filteredOn(line -> line.startsWith("not understood"))
                    .hasSize(101);
            assertThat(session.log()).contains("not understood: 900 more lines");
        }
    }

    /** Odd names stay as they are on the server, but a person sees escapes instead of their effects. */
    @Test
    void oddNamesAreNamesAndAreShownHarmlessly() {
        String odd = "type=file; C:\\x\r\ntype=file; \u001B[31mred\r\ntype=file; gpj.\u202Eexe\r\n";
        try (var server = ScriptedServer.startForEach(listing("MLSD", odd).on("DELE", "250 gone"));
                var session = TestSession.open(server)) {
            List<String> names = session.get(client -> TestSession.names(client, "/"));
            assertThat(names).containsExactly("C:\\x", "\u001B[31mred", "gpj.\u202Eexe");
            assertThat(names.stream().map(EntryName::escaped))
                    .containsExactly("C:\\x", "\\u001B[31mred", "gpj.\\u202Eexe");
            session.run(client -> client.deleteFile(RemotePath.ROOT.child(names.get(1))));
            assertThat(server.commands()).endsWith("DELE /\u001B[31mred");
        }
    }

    /** A name that is not valid in the session's charset can be used all the same. */
    @Test
    void aNameInAnotherCharsetGoesBackByteForByte() {
        List<byte[]> deleted = new ArrayList<>();
        byte[] line = "type=file; \u00E4.txt\r\n".getBytes(StandardCharsets.ISO_8859_1);
        try (var server = ScriptedServer.start(s -> {
                    s.login().expect("FEAT").sendLines("211-", " UTF8", " MLST type*;", "211 End");
                    s.expect("OPTS UTF8 ON").send("200").expect("PWD").send("257 \"/\"");
                    s.expect("CWD /")
                            .send("250")
                            .extendedPassive()
                            .expect("MLSD")
                            .send("150");
                    s.data(d -> d.send(line)).send("226");
                    deleted.add(s.receiveBytes("DELE /x.txt\r\n".length()));
                    s.send("250 gone");
                });
                var session = TestSession.open(server)) {
            session.run(client -> {
                String name = TestSession.names(client, "/").getFirst();
                client.deleteFile(RemotePath.ROOT.child(name));
            });
            assertThat(deleted.getFirst()).isEqualTo("DELE /\u00E4.txt\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void anEndlessLineIsAViolation() {
        AtomicLong sent = new AtomicLong();
        assertViolation(d -> sendUntilClosed(d, "aaaaaaaaaaaaaaaa".repeat(1024), sent));
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @Test
    void anEndlessListingIsAViolation() {
        AtomicLong sent = new AtomicLong();
        assertViolation(d -> sendUntilClosed(d, "type=file; x\r\n".repeat(4096), sent));
        assertThat(sent.get()).isLessThan(100_000_000);
    }

    @Test
    void endlessLinesThatAreNoEntriesAreAViolation() {
        AtomicLong sent = new AtomicLong();
        assertViolation(d -> sendUntilClosed(d, ("junk " + "x".repeat(8_000) + "\r\n").repeat(16), sent));
        assertThat(sent.get()).isLessThan(400_000_000);
    }

    private static void assertViolation(Consumer<ScriptedData> hostile) {
        try (var server = ScriptedServer.start(
                        Responder.standard()
                                .on(
                                        "MLSD",
                                        (s, argument) -> s.send("150 coming").data(hostile)),
                        Responder.standard());
                var session = TestSession.open(server)) {
            ProtocolViolation violation =
                    session.failure(ProtocolViolation.class, client -> TestSession.names(client, "/"));
            assertThat(session.session().state()).isEqualTo(new SessionState.Broken(violation));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void namesWithoutEnd(ScriptedData data) {
        sendUntilClosed(data, "type=file; x\r\n", new AtomicLong());
    }

    private static void sendUntilClosed(ScriptedData data, String text, AtomicLong sent) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                data.send(bytes);
                sent.addAndGet(bytes.length);
            }
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("could not send data");
        }
    }
}
