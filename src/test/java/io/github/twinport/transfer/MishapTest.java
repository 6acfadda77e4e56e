// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.FaultProxy;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to servers, connections and permissions in the middle of a job costs no byte. */
class MishapTest {

    private static final int FILES = 60;

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void fill() throws IOException {
        source = Files.createDirectories(folder.resolve("tree"));
        Random random = new Random(17);
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[random.nextInt(i % 10 == 0 ? 400_000 : 20_000)];
            random.nextBytes(bytes);
            Path file = Files.write(source.resolve("file" + i), bytes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD"})
    void aServerThatIsKilledAndStartedAgain(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 3)) {
            transfers.upload(source, "/up", true);
            transfers.await(now -> now.total().done() > 3);
            server.restart();
            finish(transfers);
            assertThat(FolderDigest.of(server.root().resolve("up"))).isEqualTo(FolderDigest.of(source));

            transfers.download(folder.resolve("back"), "/up", true);
            transfers.await(now -> now.total().done() > FILES + 3);
            server.restart();
            finish(transfers);
        }
        assertThat(FolderDigest.of(folder.resolve("back"))).isEqualTo(FolderDigest.of(source));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aControlConnectionThatIsResetAnywhere(int seed) throws Exception {
        Random random = new Random(seed);
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN));
                var proxy = FaultProxy.before(server.host(), server.port());
                var transfers = new RealTransfers(proxy.host(), proxy.port(), Security.PLAIN, 2)) {
            proxy.cutAfter(100 + random.nextInt(8_000), FaultProxy.Cut.RESET);
            transfers.upload(source, "/up", true);
            finish(transfers);
            assertThat(FolderDigest.of(server.root().resolve("up"))).isEqualTo(FolderDigest.of(source));

            proxy.cutAfter(100 + random.nextInt(8_000), FaultProxy.Cut.RESET);
            transfers.download(folder.resolve("back"), "/up", true);
            finish(transfers);
        }
        assertThat(FolderDigest.of(folder.resolve("back"))).isEqualTo(FolderDigest.of(source));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void dataConnectionsThatAreResetAnywhere(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = new byte[400_000];
        random.nextBytes(content);
        AtomicInteger resets = new AtomicInteger(2 + random.nextInt(6));
        AtomicInteger transfers = new AtomicInteger();
        Responder server = resuming(content, (s, rest) -> {
            transfers.incrementAndGet();
            s.send("150 coming");
            if (resets.getAndDecrement() > 0) {
                int part = random.nextInt(rest.length);
                s.data(d -> d.send(Arrays.copyOf(rest, part)).reset()).send("426 broken");
            } else {
                s.data(d -> d.send(rest)).send("226 done");
            }
        });
        download(server, content, Duration.ofSeconds(30));
        assertThat(transfers).hasValueGreaterThan(2);
    }

    @Test
    void aDataConnectionOnWhichNothingComesAnyMore() throws Exception {
        byte[] content = new byte[400_000];
        new Random(5).nextBytes(content);
        AtomicInteger transfers = new AtomicInteger();
        Responder server = resuming(content, (s, rest) -> {
            s.send("150 coming");
            if (transfers.incrementAndGet() == 1) {
                s.data(d -> d.send(Arrays.copyOf(rest, 300_000)).stall()).send("426 you left");
            } else {
                s.data(d -> d.send(rest)).send("226 done");
            }
        });
        download(server, content, Duration.ofMillis(1500));
        assertThat(transfers).hasValueGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"20250304050607,its content", "20260304050607,it is not"})
    void aFileOnTheServerThatIsReplacedByAnotherOfTheSameLength(String time, String told) throws Exception {
        Random random = new Random(23);
        byte[] old = new byte[400_000];
        byte[] fresh = new byte[old.length];
        random.nextBytes(old);
        random.nextBytes(fresh);
        AtomicInteger transfers = new AtomicInteger();
        Responder server = resuming(fresh, (s, rest) -> {
            s.send("150 coming");
            if (transfers.incrementAndGet() == 1) {
                s.data(d -> d.send(Arrays.copyOf(old, 300_000)).reset()).send("426 broken");
            } else {
                s.data(d -> d.send(rest)).send("226 done");
            }
        });
        server.on("MDTM", (s, name) -> s.send("213 " + (transfers.get() == 0 ? "20250304050607" : time)));
        List<String> log = download(server, fresh, Duration.ofSeconds(30));
        assertThat(log).anyMatch(line -> line.contains("beginning /file again: " + told));
    }

    @Test
    void aFolderHereInWhichNobodyMayWriteAnyMore() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 20_000_000);
                var server = ApacheServer.start(folder);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2)) {
            Path target = disk.folder().resolve("back");
            transfers.download(target, "/tree", true);
            transfers.await(now -> now.total().done() > 3);
            transfers.queue.pauseAll();
            transfers.awaitEnd();
            disk.protect();
            transfers.queue.resumeAll();
            QueueSnapshot failed = transfers.awaitEnd();
            assertThat(failed.total().failed() + failed.total().done()).isEqualTo(FILES);
            if (failed.total().failed() > 0) {
                assertThat(explanations(failed)).allMatch(what -> what.contains("can only be read"));
            }

            disk.allow();
            transfers.queue.retryFailed();
            transfers.awaitEnd();
            assertThat(FolderDigest.of(target)).isEqualTo(FolderDigest.of(source));
        }
    }

    @Test
    void aFolderOfTheServerInWhichNobodyMayWriteAnyMore() throws Exception {
        RealServer.assume(ServerKind.PROFTPD);
        try (var server = RealServer.start(ServerKind.PROFTPD, RealServer.Options.of(Security.PLAIN));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2)) {
            transfers.upload(source, "/up", true);
            Path up = server.root().resolve("up");
            transfers.await(now -> now.total().done() > 3);
            Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("r-xr-xr-x"));
            QueueSnapshot failed = transfers.awaitEnd();
            assertThat(failed.total().failed() + failed.total().done()).isEqualTo(FILES);
            assertThat(explanations(failed)).allMatch(what -> what.contains("550") || what.contains("553"));

            Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("rwxr-xr-x"));
            transfers.queue.retryFailed();
            transfers.awaitEnd();
            assertThat(FolderDigest.of(up)).isEqualTo(FolderDigest.of(source));
        }
    }

    private static List<String> explanations(QueueSnapshot snapshot) {
        return snapshot.items().stream()
                .filter(item -> !item.request().folder())
                .map(TransferItem::state)
                .filter(TransferState.Failed.class::isInstance)
                .map(state -> ((TransferState.Failed) state).explanation().what())
                .toList();
    }

    /** Waits for the end; what a slow machine gave up while there was no server is tried again as a user would. */
    private static void finish(RealTransfers transfers) throws InterruptedException {
        QueueSnapshot end = transfers.awaitEnd();
        for (int i = 0; i < 10 && end.total().failed() > 0; i++) {
            transfers.queue.retryFailed();
            end = transfers.awaitEnd();
        }
        assertThat(end.total().failed())
                .as(() -> String.join("\n", transfers.log))
                .isZero();
    }

    private List<String> download(Responder responder, byte[] content, Duration limit) throws Exception {
        try (var server = ScriptedServer.startForEach(responder);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 1)) {
            transfers.limit(limit);
            transfers.download(folder.resolve("file"), "/file", false);
            finish(transfers);
            assertThat(folder.resolve("file")).hasBinaryContent(content);
            return List.copyOf(transfers.log);
        }
    }

    private static Responder resuming(byte[] content, Sending sending) {
        AtomicLong offset = new AtomicLong();
        return Responder.standard()
                .on("SIZE", "213 " + content.length)
                .on("MDTM", "213 20250304050607")
                .on("ABOR", "226 nothing to abort")
                .on("REST", (s, argument) -> {
                    offset.set(Long.parseLong(argument));
                    s.send("350 from there");
                })
                .on(
                        "RETR",
                        (s, name) -> sending.send(
                                s, Arrays.copyOfRange(content, (int) offset.getAndSet(0), content.length)));
    }

    /** Sends the rest of a file, or not. */
    @FunctionalInterface
    private interface Sending {
        void send(Conversation conversation, byte[] rest) throws Exception;
    }
}
