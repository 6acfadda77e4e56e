// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that cut, refuse and lie. */
class BrokenTransferTest {

    private static final int SIZE = 500_000;

    @TempDir
    Path folder;

    private final byte[] content = new byte[SIZE];
    private final AtomicLong offset = new AtomicLong();
    private final AtomicInteger transfers = new AtomicInteger();
    private Responder server;

    @BeforeEach
    void prepare() {
        new Random(5).nextBytes(content);
        server = Responder.standard()
                .on("SIZE", (s, name) -> s.send(name.endsWith("file") ? "213 " + SIZE : "550 no"))
                .on("MDTM", "213 20250304050607")
                .on("REST", (s, argument) -> {
                    offset.set(Long.parseLong(argument));
                    s.send("350 from there");
                })
                .on("ABOR", "226 nothing to abort");
    }

    @Test
    void aCutInTheMiddleOfADownloadIsContinued() throws Exception {
        server.on("RETR", (s, name) -> {
            byte[] rest = Arrays.copyOfRange(content, (int) offset.getAndSet(0), SIZE);
            s.send("150 coming");
            if (transfers.incrementAndGet() == 1) {
                s.data(d -> d.send(Arrays.copyOf(rest, 300_000)));
                s.reset();
            } else {
                s.data(d -> d.send(rest)).send("226 done");
            }
        });
        QueueSnapshot end = download();

        assertThat(end.total().done()).isEqualTo(1);
        assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(content);
        assertThat(transfers).hasValue(2);
    }

    @Test
    void aCompleteDownloadWhoseLastReplyIsLostIsNotFetchedAgain() throws Exception {
        server.on("RETR", (s, name) -> {
            transfers.incrementAndGet();
            s.send("150 coming").data(d -> d.send(content)).reset();
        });
        QueueSnapshot end = download();

        assertThat(end.total().done()).isEqualTo(1);
        assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(content);
        assertThat(transfers).hasValue(1);
    }

    @Test
    void aCompleteUploadWhoseLastReplyIsLostIsNotSentAgain() throws Exception {
        server.on("SIZE", (s, name) -> s.send(name.contains("twinport-part") ? "213 " + SIZE : "550 no"))
                .on("STOR", (s, name) -> {
                    transfers.incrementAndGet();
                    s.send("150 go").data(d -> d.receive()).reset();
                })
                .on("RNFR", "350 to?")
                .on("RNTO", "250 done");
        QueueSnapshot end = upload("new");

        assertThat(end.total().done()).isEqualTo(1);
        assertThat(transfers).hasValue(1);
    }

    @Test
    void aServerThatEndsTheSessionInTheMiddleIsNotAtItsLimit() throws Exception {
        server.on("RETR", (s, name) -> {
            if (transfers.incrementAndGet() == 1) {
                s.send("421 idle for too long").close();
            } else {
                s.send("150 coming").data(d -> d.send(content)).send("226 done");
            }
        });
        QueueSnapshot end = download();

        assertThat(end.total().done()).isEqualTo(1);
        assertThat(transfers).hasValue(2);
    }

    @Test
    void aDownloadThatIsShorterThanItsSizeIsNotTakenForComplete() throws Exception {
        server.on("RETR", (s, name) -> {
            transfers.incrementAndGet();
            s.send("150 coming").data(d -> d.send(Arrays.copyOf(content, 1000))).send("226 done");
        });
        QueueSnapshot end = download();

        assertThat(failure(end).what()).isEqualTo("The file has 500,000 bytes, but 1,000 arrived.");
        assertThat(folder.resolve("file")).doesNotExist();
    }

    @Test
    void aServerThatNeverGetsTheFileThroughFailsAndLeavesNothingUnderTheLastName() throws Exception {
        server.on("RETR", (s, name) -> {
            transfers.incrementAndGet();
            s.send("150 coming").data(d -> d.reset()).send("426 broken");
        });
        QueueSnapshot end = download();

        assertThat(failure(end).what()).contains("426");
        assertThat(transfers).hasValue(BackOff.ATTEMPTS);
        assertThat(folder.resolve("file")).doesNotExist();
    }

    @Test
    void aRefusedUploadFailsAtOnce() throws Exception {
        server.on("STOR", (s, name) -> {
            transfers.incrementAndGet();
            s.closeDataPort().send("553 not here");
        });
        QueueSnapshot end = upload("new");

        assertThat(failure(end).what()).contains("553 not here");
        // Each form of a temporary name, and the last name.
        assertThat(transfers).hasValue(4);
    }

    @Test
    void anUploadOfWhichTheServerHasAnotherSizeIsNotRenamed() throws Exception {
        AtomicInteger renames = new AtomicInteger();
        AtomicInteger deletions = new AtomicInteger();
        server.on("SIZE", (s, name) -> s.send(name.contains("twinport-part") ? "213 7" : "550 no"))
                .on("STOR", (s, name) -> s.send("150 go").data(d -> d.receive()).send("226 done"))
                .on("DELE", (s, name) -> {
                    deletions.incrementAndGet();
                    s.send("250 gone");
                })
                .on("RNFR", (s, name) -> {
                    renames.incrementAndGet();
                    s.send("350 to?");
                });
        QueueSnapshot end = upload("new");

        assertThat(failure(end).what()).isEqualTo("The file has 500,000 bytes, but 7 arrived.");
        assertThat(renames).hasValue(0);
        assertThat(deletions.get()).isPositive();
    }

    @Test
    void aShortUploadOfWhichTheServerHasAnotherSizeIsDeleted() throws Exception {
        List<String> deletions = new CopyOnWriteArrayList<>();
        server.on("SIZE", (s, name) -> s.send(name.contains("twinport-part") ? "213 7" : "550 no"))
                .on("STOR", (s, name) -> s.send("150 go").data(d -> d.receive()).send("226 done"))
                .on("DELE", (s, name) -> {
                    deletions.add(name);
                    s.send("250 gone");
                })
                .on("RNFR", "350 to?")
                .on("RNTO", "250 renamed");
        QueueSnapshot end = upload("new", "short".getBytes(StandardCharsets.US_ASCII));

        assertThat(failure(end).what()).isEqualTo("The file has 5 bytes, but 7 arrived.");
        assertThat(deletions).isNotEmpty().allMatch(name -> name.endsWith("/new"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, SIZE})
    void anUploadWhoseLengthTheServerCannotTellAtOnceIsNotTakenForComplete(int size) throws Exception {
        AtomicInteger questions = new AtomicInteger();
        server.on("SIZE", (s, name) -> {
                    boolean stored = transfers.get() > 0;
                    s.send(!stored ? "550 no" : questions.incrementAndGet() == 1 ? "450 not now" : "213 3");
                })
                .on("STOR", (s, name) -> {
                    transfers.incrementAndGet();
                    s.send("150 go").data(d -> d.receive()).send("226 done");
                })
                .on("DELE", "250 gone")
                .on("RNFR", "350 to?")
                .on("RNTO", "250 renamed");
        QueueSnapshot end = upload("new", Arrays.copyOf(content, size));

        assertThat(failure(end).what()).isEqualTo(String.format("The file has %,d bytes, but 3 arrived.", size));
    }

    @Test
    void aFileOnTheServerIsNotReplacedUnaskedBecauseItsLengthCannotBeToldJustNow() throws Exception {
        server.on("SIZE", "450 not now")
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=4;modify=20250304050607; new\r\n"))
                                .send("226 done"));
        Files.write(folder.resolve("new"), content);
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.rules = TransferRules.DEFAULT;
            queue.upload(folder.resolve("new"), "/new", false);
            queue.await(now -> now.total().asking() == 1);

            assertThat(queue.queue.conflicts()).hasSize(1);
        }
    }

    @Test
    void namesOfServersStayInsideTheTarget() throws Exception {
        Path target = folder.resolve("deep/target");
        String listing = Stream.of("../../x", "/etc/x", "C:\\x", "con", "..\\y")
                .map(name -> "type=file;size=4;modify=20250304050607; " + name + "\r\n")
                .collect(Collectors.joining("", "type=dir; ..\r\ntype=dir; .\r\n", ""));
        server.on(
                        "MLSD",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send(listing)).send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("evil")).send("226 done"));
        QueueSnapshot end;
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.download(target, "/", true);
            end = queue.awaitEnd();
        }

        assertThat(end.total().failed())
                .as("names that are paths are no entries, so the listing is not whole")
                .isEqualTo(1);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allMatch(file -> file.startsWith(target));
        }
        assertThat(LocalNames.HERE.resolve(target, "C:\\x")).exists();
        assertThat(LocalNames.HERE.resolve(target, "con")).exists();
    }

    private QueueSnapshot download() throws Exception {
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.download(folder.resolve("file"), "/file", false);
            return queue.awaitEnd();
        }
    }

    private QueueSnapshot upload(String name) throws Exception {
        return upload(name, content);
    }

    private QueueSnapshot upload(String name, byte[] bytes) throws Exception {
        Files.write(folder.resolve(name), bytes);
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.upload(folder.resolve(name), "/" + name, false);
            return queue.awaitEnd();
        }
    }

    private static Explanation failure(QueueSnapshot end) {
        assertThat(end.items().getFirst().state()).isInstanceOf(TransferState.Failed.class);
        return ((TransferState.Failed) end.items().getFirst().state()).explanation();
    }
}
