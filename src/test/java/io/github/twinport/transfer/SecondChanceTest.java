// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and connections that fail for a while: what fails by chance is not the last word. */
class SecondChanceTest {

    @TempDir
    private Path folder = Path.of("");

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        world.server.file("a", 10).file("b", 10);
    }

    @Test
    void aServerThatHasWorkedGetsMoreChances() {
        for (int i = 0; i < 5; i++) {
            world.server.failing("RETR /a", FakeServer.lost());
        }
        world.add(world.download("a"), world.download("b"));
        for (int i = 0; i < 6; i++) {
            world.pass(Duration.ofMinutes(1));
        }

        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void evenAServerThatHasWorkedDoesNotGetChancesForEver() {
        for (int i = 0; i < 6; i++) {
            world.server.failing("RETR /a", FakeServer.lost());
        }
        world.add(world.download("a"), world.download("b"));
        for (int i = 0; i < 6; i++) {
            world.pass(Duration.ofMinutes(1));
        }

        assertThat(world.state("a")).isInstanceOf(TransferState.Failed.class);
    }

    @Test
    void anItemForWhichThereIsNotEvenAConnectionDoesNotRunForEver() {
        world.server.unreachable = true;
        world.add(world.download("a"));
        world.run();
        assertThat(world.state("a")).isInstanceOf(TransferState.Failed.class);

        world.server.unreachable = false;
        world.queue.retry(world.ids("a"));
        world.run();
        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aLinkToAFolderIsNotTakenForAFileBecauseTheServerCannotTellJustNow() {
        world.server.folders.add(RemotePath.of("/f"));
        world.server.folders.add(RemotePath.of("/f/link"));
        world.server.links.add(RemotePath.of("/f/link"));
        world.server.failing("CWD /f/link", FakeServer.refused(450));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.total().failed()).isZero();
        assertThat(world.server.log).doesNotContain("RETR /f/link");
    }

    @Test
    void aFolderThatTheServerCannotEnterJustNowIsNotMissing() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("f")).resolve("up"), "y");
        world.server.folders.add(RemotePath.of("/f"));
        world.server.failing("CWD /f", FakeServer.refused(450));
        world.add(world.uploadFolder("f"));
        world.run();
        world.pass(Duration.ofSeconds(3));

        assertThat(world.state("f")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("/f/up")).isEqualTo("y");
    }

    @Test
    void whatACancelledUploadHasLeftIsRemovedAlsoWhenTheConnectionIsLost() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.server.onBlock = bytes -> world.queue.cancel(world.ids("up"));
        world.server.failing("DELE", FakeServer.lost(), FakeServer.refused(450));
        world.add(world.upload("up"));
        world.run();

        assertThat(world.state("up")).isEqualTo(new TransferState.Cancelled());
        assertThat(world.server.files.keySet().toString()).doesNotContain("up");
    }

    @Test
    void whatCannotBeRemovedIsRemovedWithItsRow() throws Exception {
        Files.writeString(folder.resolve("up"), "y".repeat(5000));
        world.server.onBlock = bytes -> world.queue.cancel(world.ids("up"));
        world.server.failing("DELE", FakeServer.lost(), FakeServer.lost(), FakeServer.lost());
        world.add(world.upload("up"));
        world.run();
        assertThat(world.server.temporary("up")).isNotNull();
        world.queue.removeFinished();
        world.run();

        assertThat(world.server.files.keySet().toString()).doesNotContain("up");
    }
}
