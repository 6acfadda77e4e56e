// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.rules.Decision;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders in which others may write: whatever they put into the way of a download is not followed. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SharedFolderTest {

    /** Does something in the folder before a temporary file is opened. */
    @FunctionalInterface
    private interface Mischief {
        void at(Path temporary) throws Exception;
    }

    @TempDir
    private Path folder;

    private Path shared;
    private Path victim;

    @BeforeEach
    void make() throws IOException {
        shared = Files.createDirectory(folder.resolve("shared"));
        victim = Files.writeString(folder.resolve("victim"), "mine");
    }

    @Test
    void aLinkAtTheTemporaryNameIsNotFollowed() throws Exception {
        download(temporary -> Files.createSymbolicLink(temporary, victim));

        assertArrived();
    }

    @Test
    void aLinkToNothingAtTheTemporaryNameMakesNothing() throws Exception {
        download(temporary -> Files.createSymbolicLink(temporary, folder.resolve("made")));

        assertArrived();
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void anotherNameOfAFileAtTheTemporaryNameIsNotWrittenInto() throws Exception {
        download(temporary -> Files.createLink(temporary, victim));

        assertArrived();
    }

    @Test
    void aPipeAtTheTemporaryNameTakesNothing() throws Exception {
        download(temporary -> assertThat(new ProcessBuilder("mkfifo", temporary.toString())
                        .start()
                        .waitFor())
                .isZero());

        assertArrived();
    }

    @Test
    void whatIsGoneOnWithHasNoOtherName() throws Exception {
        AtomicBoolean cut = new AtomicBoolean();
        try (FakeWorld world = new FakeWorld(shared, 1)) {
            world.server.file("file", "content");
            world.server.block = 3;
            world.server.onBlock = bytes -> {
                if (!cut.getAndSet(true)) {
                    throw FakeServer.lost();
                }
            };
            world.add(world.download("file"));
            world.run();
            Path begun = only();
            assertThat(begun).hasContent("con");
            Files.delete(begun);
            Files.writeString(victim, "con");
            Files.createLink(begun, victim);

            world.pass(Duration.ofMinutes(1));

            assertThat(world.total().done()).isEqualTo(1);
        }
        assertThat(victim).hasContent("con");
        assertThat(shared.resolve("file")).hasContent("content");
    }

    @Test
    void aFolderThatBecomesALinkIsNoticed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        AtomicBoolean done = new AtomicBoolean();
        LocalFiles files = before(done, temporary -> {
            Files.move(temporary.getParent(), folder.resolve("moved"));
            Files.createSymbolicLink(temporary.getParent(), elsewhere);
        });
        try (FakeWorld world = new FakeWorld(shared, 1, files)) {
            world.server.file("sub/file", "content");
            world.add(world.downloadFolder("sub"));
            world.run();

            assertThat(world.total().failed()).isEqualTo(1);
            assertThat(failure(world, "file")).contains(shared.resolve("sub") + " is a link");
        }
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(folder.resolve("moved/file")).doesNotExist();
    }

    @Test
    void aTargetThatIsALinkToAnOpenFileDoesNotOpenTheDownload() throws Exception {
        Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(shared.resolve("file"), victim);
        try (FakeWorld world = new FakeWorld(shared, 1)) {
            world.server.file("file", "content");
            world.add(world.download("file"));
            world.run();
            world.decide(Decision.OVERWRITE);
            assertThat(world.total().done()).isEqualTo(1);
        }

        assertThat(Files.isSymbolicLink(shared.resolve("file"))).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve("file"))))
                .isNotEqualTo("rwxrwxrwx");
        assertThat(victim).hasContent("mine");
    }

    @Test
    void nothingIsAppendedThroughALink() throws Exception {
        Files.writeString(victim, "con");
        Files.createSymbolicLink(shared.resolve("file"), victim);
        try (FakeWorld world = new FakeWorld(shared, 1)) {
            world.server.file("file", "content");
            world.add(world.download("file"));
            world.run();
            world.decide(Decision.RESUME);
            assertThat(world.total().done()).isEqualTo(1);
        }

        assertThat(victim).hasContent("con");
        assertThat(shared.resolve("file")).hasContent("content");
        assertThat(Files.isSymbolicLink(shared.resolve("file"))).isFalse();
    }

    @Test
    void aTemporaryFileThatAnotherProgramWritesIsLeftAlone() throws Exception {
        Process other = null;
        try {
            AtomicBoolean done = new AtomicBoolean();
            Process[] started = new Process[1];
            LocalFiles files = before(done, temporary -> started[0] = lockElsewhere(temporary));
            try (FakeWorld world = new FakeWorld(shared, 1, files)) {
                world.server.file("file", "content");
                world.add(world.download("file"));
                world.run();
                other = started[0];

                assertThat(world.total().failed()).isEqualTo(1);
                assertThat(failure(world, "file")).contains("Another Twinport");
                assertThat(only()).hasContent("theirs");
            }
        } finally {
            if (other != null) {
                other.destroy();
            }
        }
    }

    /** Another process that holds a lock until it is ended. */
    private static Process lockElsewhere(Path file) throws IOException {
        Files.writeString(file, "theirs");
        Process process = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import fcntl,sys;f=open(sys.argv[1],'r+');fcntl.lockf(f,fcntl.LOCK_EX);print('held',flush=True);sys.stdin.read()",
                        file.toString())
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('h');
        return process;
    }

    private void download(Mischief mischief) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (FakeWorld world = new FakeWorld(shared, 1, before(done, mischief))) {
            world.server.file("file", "content");
            world.add(world.download("file"));
            world.run();
            assertThat(world.total().done()).isEqualTo(1);
        }
        assertThat(done).isTrue();
    }

    private static LocalFiles before(AtomicBoolean done, Mischief mischief) {
        return new LocalFiles() {
            @Override
            public WritableByteChannel write(HeldFolder held, Path file, long position, int permissions)
                    throws IOException {
                if (!done.getAndSet(true)) {
                    try {
                        mischief.at(file);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
                return LocalFiles.super.write(held, file, position, permissions);
            }
        };
    }

    private void assertArrived() {
        assertThat(shared.resolve("file")).hasContent("content").isRegularFile();
        assertThat(Files.isSymbolicLink(shared.resolve("file"))).isFalse();
        assertThat(shared.toFile().list()).containsExactly("file");
        assertThat(victim).hasContent("mine");
    }

    private static String failure(FakeWorld world, String name) {
        return ((TransferState.Failed) world.state(name)).explanation().what();
    }

    private Path only() throws IOException {
        try (Stream<Path> paths = Files.list(shared)) {
            return paths.findFirst().orElseThrow();
        }
    }
}
