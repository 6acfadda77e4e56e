// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import io.github.twinport.transfer.rules.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFolderTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 2);
    }

    @Test
    void aFolderIsDownloadedWithAllItHolds() throws Exception {
        world.server.file("f/a", 100).file("f/sub/b", 200).file("f/sub/deep/c", 300);
        world.server.folders.add(RemotePath.of("f/empty"));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(folder.resolve("f/a")).hasSize(100);
        assertThat(folder.resolve("f/sub/b")).hasSize(200);
        assertThat(folder.resolve("f/sub/deep/c")).hasSize(300);
        assertThat(folder.resolve("f/empty")).isEmptyDirectory();
        assertThat(Files.getLastModifiedTime(folder.resolve("f/a"))).isEqualTo(FileTime.from(FakeServer.TIME));
        assertThat(world.names()).containsExactly("f", "a", "empty", "sub", "b", "deep", "c");
        TransferItem item = world.item("f");
        assertThat(item.state()).isEqualTo(new TransferState.Done());
        assertThat(item.files()).isEqualTo(3);
        assertThat(item.filesDone()).isEqualTo(3);
        assertThat(item.size()).isEqualTo(600);
        assertThat(item.moved()).isEqualTo(600);
        assertThat(world.item("c").parent()).isEqualTo(world.item("deep").id());
        assertThat(item.parent()).isZero();
    }

    @Test
    void nothingIsAskedThatTheListingHasTold() {
        world.server.file("f/a", 100).file("f/b", 100);
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.server.log).containsExactlyInAnyOrder("MLSD /f", "RETR /f/a", "RETR /f/b");
    }

    @Test
    void aFolderIsUploadedWithAllItHolds() throws Exception {
        Files.createDirectories(folder.resolve("f/sub/empty"));
        Files.writeString(folder.resolve("f/a"), "one");
        Files.writeString(folder.resolve("f/sub/b"), "two");
        Files.setLastModifiedTime(folder.resolve("f/a"), FileTime.from(FakeServer.TIME));
        world.add(world.uploadFolder("f"));
        world.run();

        assertThat(world.server.content("f/a")).isEqualTo("one");
        assertThat(world.server.content("f/sub/b")).isEqualTo("two");
        assertThat(world.server.folders).contains(RemotePath.of("f/sub/empty"));
        assertThat(world.server.times).containsEntry(RemotePath.of("f/a"), FakeServer.TIME);
        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
        assertThat(world.server.log).filteredOn(line -> line.startsWith("MLSD")).containsExactly("MLSD /f");
        assertThat(world.server.log.indexOf("MKD /f/sub"))
                .isLessThan(world.server.log.indexOf("STOR /f/sub/" + TemporaryName.of("b")));
    }

    @Test
    void anExistingFolderIsFilledAndItsFilesAreConflicts() throws Exception {
        Files.createDirectories(folder.resolve("f"));
        Files.writeString(folder.resolve("f/a"), "new");
        Files.writeString(folder.resolve("f/b"), "new");
        world.server.file("f/a", "old");
        world.add(world.uploadFolder("f"));
        world.run();

        assertThat(world.server.content("f/b")).isEqualTo("new");
        assertThat(world.state("f")).isEqualTo(new TransferState.Asking());
        world.decide(Decision.OVERWRITE);
        assertThat(world.server.content("f/a")).isEqualTo("new");
        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aFailedFileIsCountedAndTheRestArrives() {
        world.server.file("f/a", 10).file("f/b", 10).file("f/c", 10);
        world.server.failing("RETR", FakeServer.refused(550));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.item("f").filesDone()).isEqualTo(2);
        assertThat(world.item("f").filesFailed()).isEqualTo(1);
        assertThat(world.state("f")).isInstanceOf(TransferState.Failed.class);
        world.queue.retry(world.ids("f"));
        world.run();
        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
        assertThat(world.item("f").filesDone()).isEqualTo(3);
    }

    @Test
    void aFolderThatCannotBeListedFailsWithItsOwnReason() {
        world.add(world.downloadFolder("missing"));
        world.run();

        assertThat(world.state("missing")).isInstanceOf(TransferState.Failed.class);
        assertThat(((TransferState.Failed) world.state("missing")).explanation().what())
                .contains("550");
    }

    @Test
    void aListingThatBreaksOffIsCompletedWithoutDoublingAnything() {
        world.server.file("f/a", 10).file("f/b", 10);
        world.server.failing("MLSD", FakeServer.lost());
        world.add(world.downloadFolder("f"));
        world.run();
        world.pass(Duration.ofSeconds(3));
        assertThat(world.names()).containsExactly("f", "a", "b");

        world.queue.retry(world.ids("f"));
        world.run();
        assertThat(world.names()).containsExactly("f", "a", "b");
        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
    }

    @Test
    void pausingAFolderPausesAllItHolds() {
        world.server.file("f/a", 10).file("f/b", 10).file("f/sub/c", 10);
        world.add(world.downloadFolder("f"));
        world.step();
        world.queue.pause(world.ids("f"));
        world.run();

        assertThat(world.state("f")).isEqualTo(new TransferState.Paused());
        assertThat(world.total().done()).isZero();
        world.queue.resume(world.ids("f"));
        world.run();
        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
        assertThat(world.item("f").filesDone()).isEqualTo(3);
    }

    @Test
    void cancellingAFolderEndsAllItHolds() {
        world.server.file("f/a", 10).file("f/b", 5000);
        world.server.onBlock = bytes -> world.queue.cancel(world.ids("f"));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.state("f")).isEqualTo(new TransferState.Cancelled());
        assertThat(folder).isDirectoryNotContaining("glob:**twinport-part");
        world.queue.removeFinished();
        assertThat(world.queue.snapshot().items()).isEmpty();
    }

    @Test
    void aLinkIsDownloadedAsAFileIfItIsOne() {
        world.server.file("f/link", 10);
        world.server.links.add(RemotePath.of("f/link"));
        world.server.folders.add(RemotePath.of("f/loop"));
        world.server.links.add(RemotePath.of("f/loop"));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(folder.resolve("f/link")).hasSize(10);
        assertThat(folder.resolve("f/loop").resolve("f")).doesNotExist();
        assertThat(world.queue.snapshot().items())
                .anyMatch(item -> item.state() instanceof TransferState.Skipped skipped
                        && skipped.reason().contains("link to a folder"));
    }

    @Test
    void localLinksAreFollowedButNotInCircles() throws Exception {
        Files.createDirectories(folder.resolve("f/sub"));
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/x"), "x");
        Files.writeString(folder.resolve("y"), "y");
        Files.createSymbolicLink(folder.resolve("f/sub/loop"), folder.resolve("f"));
        Files.createSymbolicLink(folder.resolve("f/other"), folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("f/y"), folder.resolve("y"));
        Files.createSymbolicLink(folder.resolve("f/broken"), folder.resolve("nowhere"));
        world.add(world.uploadFolder("f"));
        world.run();

        assertThat(world.server.content("f/other/x")).isEqualTo("x");
        assertThat(world.server.content("f/y")).isEqualTo("y");
        assertThat(world.state("loop"))
                .isEqualTo(new TransferState.Skipped("This link leads back to a folder above it."));
        assertThat(world.state("broken")).isInstanceOf(TransferState.Skipped.class);
    }

    @Test
    void aFileWhereAFolderIsToGoFails() throws Exception {
        Files.writeString(folder.resolve("f"), "in the way");
        world.server.file("f/a", 10);
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(((TransferState.Failed) world.state("f")).explanation().what())
                .contains("stands where the folder");
        assertThat(folder.resolve("f")).hasContent("in the way");
    }

    @Test
    void aFolderWhereAFileIsToGoFails() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        world.server.file("a", 10);
        world.add(world.download("a"));
        world.run();

        assertThat(((TransferState.Failed) world.state("a")).explanation().what())
                .contains("stands where the file");
    }

    @Test
    void anItemThatIsInTheQueueAlreadyIsNotFoundAgain() {
        world.server.file("f/a", 10).file("f/b", 10);
        TransferRequest single = new TransferRequest(
                world.connection, Direction.DOWNLOAD, folder.resolve("f/a"), RemotePath.of("f/a"), false, 10);
        world.queue.pauseAll();
        world.add(world.downloadFolder("f"), single);
        world.queue.resumeAll();
        world.run();

        assertThat(world.server.log.stream().filter("RETR /f/a"::equals)).hasSize(1);
        assertThat(world.queue.conflicts()).isEmpty();
    }

    @Test
    void limitsHoldInsideFoldersToo() {
        world.server.file("f/a", 10).file("f/b", 10).file("f/c", 10);
        world.server.failing("RETR", new FtpException.ServiceRefused(new Reply(421, List.of("Too many"))));
        world.add(world.downloadFolder("f"));
        world.run();
        world.pass(Duration.ofSeconds(5));

        assertThat(world.item("f").filesDone()).isEqualTo(3);
    }

    @Test
    void namesThatDifferOnlyByCaseBothArriveWhereTheDiskIgnoresCase() throws Exception {
        try (FakeWorld ignoring = new FakeWorld(folder, 1, new LocalFiles() {
            @Override
            public boolean isSameName(Path where, String name, String other) {
                return name.equalsIgnoreCase(other);
            }
        })) {
            ignoring.server.file("f/README", "first").file("f/Readme", "second").file("f/other", "third");
            ignoring.add(ignoring.downloadFolder("f"));
            ignoring.run();

            assertThat(ignoring.total().done()).isEqualTo(3);
            assertThat(folder.resolve("f/README")).hasContent("first");
            String apart = LocalNames.HERE.apart("Readme");
            assertThat(apart).isEqualTo("%52%65%61%64%6D%65");
            assertThat(folder.resolve("f").resolve(apart)).hasContent("second");
            assertThat(LocalNames.HERE.original(apart)).isEqualTo("Readme");
            assertThat(folder.resolve("f/other")).hasContent("third");
        }
    }

    @Test
    void missingFoldersAboveAnUploadedFileAreMade() throws Exception {
        Files.createDirectories(folder.resolve("deep/deeper"));
        Files.writeString(folder.resolve("deep/deeper/file"), "content");
        world.add(world.upload("deep/deeper/file"));
        world.run();

        assertThat(world.server.content("deep/deeper/file")).isEqualTo("content");
        assertThat(world.total().failed()).isZero();
    }

    @Test
    void missingFoldersAboveAnUploadedFolderAreMade() throws Exception {
        Files.createDirectories(folder.resolve("deep/deeper/in"));
        Files.writeString(folder.resolve("deep/deeper/in/file"), "content");
        world.add(world.uploadFolder("deep/deeper/in"));
        world.run();

        assertThat(world.server.content("deep/deeper/in/file")).isEqualTo("content");
        assertThat(world.total().failed()).isZero();
    }

    @Test
    void aFolderThatCannotBeMadeFailsTheUpload() throws Exception {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/file"), "content");
        world.server.failing("MKD", FakeServer.refused(550));
        world.add(world.upload("deep/file"));
        world.run();

        assertThat(world.state("file")).isInstanceOf(TransferState.Failed.class);
    }
}
