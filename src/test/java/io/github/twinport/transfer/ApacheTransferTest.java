// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.NarrowGate;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApacheTransferTest {

    @TempDir
    Path folder;

    private Path served;
    private Path local;

    @BeforeEach
    void folders() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        local = Files.createDirectory(folder.resolve("local"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void aFolderGoesBothWaysUnchanged(Security security) throws Exception {
        SampleTree.make(local.resolve("tree"));
        try (var server = ApacheServer.start(served, ApacheServer.Options.of(security));
                var transfers = new RealTransfers(server.host(), server.port(), security, 4)) {
            transfers.upload(local.resolve("tree"), "/up", true);
            QueueSnapshot up = transfers.awaitEnd();
            assertThat(up.total().failed()).as(() -> failed(up)).isZero();
            transfers.download(local.resolve("back"), "/up", true);
            QueueSnapshot back = transfers.awaitEnd();
            assertThat(back.total().failed()).as(() -> failed(back)).isZero();
        }

        var expected = SampleTree.fingerprint(local.resolve("tree"), true);
        assertThat(SampleTree.fingerprint(served.resolve("up"), true)).isEqualTo(expected);
        assertThat(SampleTree.fingerprint(local.resolve("back"), true)).isEqualTo(expected);
    }

    @Test
    void aServerThatRefusesFurtherConnectionsIsUsedWithThoseThatItLetsIn() throws Exception {
        Path tree = Files.createDirectory(served.resolve("tree"));
        for (int i = 0; i < 60; i++) {
            Files.writeString(tree.resolve("file" + i), "content of " + i);
        }
        try (var server = ApacheServer.start(served);
                var gate = new NarrowGate(server.host(), server.port(), 2);
                var transfers = new RealTransfers("127.0.0.1", gate.port(), Security.PLAIN, 4)) {
            transfers.download(local.resolve("tree"), "/tree", true);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().failed()).as(() -> failed(end)).isZero();
            assertThat(end.total().done()).isEqualTo(60);
            assertThat(gate.most()).isBetween(1, 2);
        }
    }

    private static String failed(QueueSnapshot snapshot) {
        return snapshot.items().stream()
                .filter(item -> item.state() instanceof TransferState.Failed)
                .map(item -> item.request().remote() + " " + item.state())
                .toList()
                .toString();
    }

    @Test
    void anExistingFileIsReplacedOnTheServer() throws Exception {
        Files.writeString(served.resolve("file"), "old and longer");
        Files.writeString(local.resolve("file"), "new");
        try (var server = ApacheServer.start(served);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 1)) {
            transfers.upload(local.resolve("file"), "/file", false);
            assertThat(transfers.awaitEnd().total().done()).isEqualTo(1);
        }

        assertThat(served.resolve("file")).hasContent("new");
        assertThat(served).isDirectoryNotContaining("glob:**twinport-part");
    }

    @Test
    void aServerThatAllowsNoWritingFailsEachFileInPlainWords() throws Exception {
        Files.writeString(local.resolve("a"), "a");
        Files.writeString(served.resolve("b"), "b");
        try (var server =
                        ApacheServer.start(served, ApacheServer.Options.plain().readOnly());
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 1)) {
            transfers.upload(local.resolve("a"), "/a", false);
            transfers.download(local.resolve("b"), "/b", false);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().failed()).isEqualTo(1);
            assertThat(end.total().done()).isEqualTo(1);
            assertThat(((TransferState.Failed) end.items().getFirst().state())
                            .explanation()
                            .what())
                    .contains("refused");
        }
        assertThat(served).isDirectoryNotContaining("glob:**/{,.}a*");
    }

    @Test
    void aServerWithFewConnectionsIsNotAskedForMore() throws Exception {
        for (int i = 0; i < 30; i++) {
            Files.write(served.resolve("file" + i), new byte[10_000]);
        }
        try (var server =
                        ApacheServer.start(served, ApacheServer.Options.plain().maxLogins(2));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 6)) {
            transfers.download(local.resolve("all"), "/", true);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().done()).isEqualTo(30);
            assertThat(end.total().failed()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskHoldsTheQueueAndKeepsTheLastName() throws Exception {
        Files.write(served.resolve("a"), new byte[100_000]);
        Files.write(served.resolve("b"), new byte[100_000]);
        LocalFiles full = new LocalFiles() {
            @Override
            public WritableByteChannel write(HeldFolder held, Path file, long position, int permissions)
                    throws IOException {
                LocalFiles.super.write(held, file, position, permissions).close();
                return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
            }
        };
        try (var server = ApacheServer.start(served);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2, full)) {
            transfers.download(local.resolve("a"), "/a", false);
            transfers.download(local.resolve("b"), "/b", false);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().failed()).isZero();
            assertThat(end.held()).extracting(Explanation::what).asString().endsWith(": The disk is full.");
        }
        assertThat(local.resolve("a")).doesNotExist();
        assertThat(local.resolve("b")).doesNotExist();
    }

    @Test
    void pausingAndResumingInTheMiddleKeepsEveryByte() throws Exception {
        byte[] bytes = new byte[40_000_000];
        new Random(3).nextBytes(bytes);
        Files.write(served.resolve("big"), bytes);
        try (var server = ApacheServer.start(served);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 1)) {
            transfers.download(local.resolve("big"), "/big", false);
            transfers.await(now -> now.total().moved() > 0);
            transfers.queue.pauseAll();
            transfers.awaitEnd();
            transfers.queue.resumeAll();
            assertThat(transfers.awaitEnd().total().done()).isEqualTo(1);
        }
        assertThat(Files.readAllBytes(local.resolve("big"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void aLimitedDownloadComesInPiecesThatAreShortAgainstTheLimit(Security security) throws Exception {
        byte[] bytes = new byte[600_000];
        new Random(9).nextBytes(bytes);
        Files.write(served.resolve("file"), bytes);
        Queue<Integer> pieces = new ConcurrentLinkedQueue<>();
        LocalFiles counting = new LocalFiles() {
            @Override
            public WritableByteChannel write(HeldFolder held, Path file, long position, int permissions)
                    throws IOException {
                WritableByteChannel disk = DISK.write(held, file, position, permissions);
                return new WritableByteChannel() {
                    @Override
                    public int write(ByteBuffer block) throws IOException {
                        pieces.add(block.remaining());
                        return disk.write(block);
                    }

                    @Override
                    public boolean isOpen() {
                        return disk.isOpen();
                    }

                    @Override
                    public void close() throws IOException {
                        disk.close();
                    }
                };
            }
        };
        try (var server = ApacheServer.start(served, ApacheServer.Options.of(security));
                var transfers = new RealTransfers(server.host(), server.port(), security, 1, counting)) {
            transfers.queue.limitSpeed(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(5_000_000, 0)));
            transfers.download(local.resolve("file"), "/file", false);
            assertThat(transfers.awaitEnd().total().done()).isEqualTo(1);
        }

        assertThat(Files.readAllBytes(local.resolve("file"))).isEqualTo(bytes);
        assertThat(pieces).isNotEmpty().allMatch(length -> length <= 50_000);
    }
}
