// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks that are really full, here and on servers: nothing fails, and all goes on when there is room. */
class FullDiskTest {

    private static final int FILES = 6;
    private static final int SIZE = 300_000;
    private static final long DISK = 8_000_000;
    private static final long ROOM = SIZE * 5 / 2;

    @TempDir
    Path folder;

    @Test
    void aFullDiskHereHoldsTheQueueUntilThereIsRoom() throws Exception {
        Path source = fill(folder.resolve("served/tree"));
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), DISK);
                var server = ApacheServer.start(folder.resolve("served"));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2)) {
            disk.fill(ROOM);
            Path target = disk.folder().resolve("tree");
            transfers.download(target, "/tree", true);
            QueueSnapshot held = transfers.awaitEnd();
            assertThat(held.held())
                    .extracting(Explanation::what)
                    .asString()
                    .startsWith(target.toString())
                    .endsWith(": The disk is full.");
            assertThat(held.total().failed()).isZero();

            disk.makeRoom();
            transfers.queue.resumeAll();
            QueueSnapshot end = transfers.awaitEnd();
            assertThat(end.total().done()).isEqualTo(FILES);
            assertThat(FolderDigest.of(target)).isEqualTo(FolderDigest.of(source));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aFullDiskOfAServerPausesThatServerUntilThereIsRoom(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        Path source = fill(folder.resolve("tree"));
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN));
                SmallDisk disk = SmallDisk.mount(server.root().resolve("small"), DISK);
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2)) {
            disk.fill(ROOM);
            transfers.upload(source, "/small/tree", true);
            QueueSnapshot full = transfers.await(now -> now.total().failed() > 0
                    || (!now.heldServers().isEmpty() && now.total().running() == 0));
            assertThat(full.notice())
                    .as(() -> String.join("\n", transfers.log))
                    .isInstanceOf(QueueNotice.ServerFull.class);
            assertThat(full.total().failed()).isZero();

            disk.makeRoom();
            transfers.queue.release(full.heldServers());
            QueueSnapshot end = transfers.awaitEnd();
            assertThat(end.total().done())
                    .as(() -> String.join("\n", transfers.log))
                    .isEqualTo(FILES);
            assertThat(end.notice()).isNull();
            assertThat(FolderDigest.of(disk.folder().resolve("tree"))).isEqualTo(FolderDigest.of(source));
        }
    }

    private static Path fill(Path tree) throws IOException {
        Files.createDirectories(tree);
        Random random = new Random(13);
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            byte[] bytes = new byte[SIZE];
            random.nextBytes(bytes);
            Files.write(tree.resolve(name), bytes);
            Files.setLastModifiedTime(tree.resolve(name), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        }
        return tree;
    }
}
