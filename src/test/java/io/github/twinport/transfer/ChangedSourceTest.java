// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local file that is changed between two attempts to upload it arrives as it is in the end, never as a mixture. */
class ChangedSourceTest {

    private static final int SIZE = 300_000;
    private static final String OLD = "x".repeat(SIZE);
    private static final String NEW = "y".repeat(SIZE);

    @TempDir
    Path folder;

    private FakeWorld world;
    private Path source;

    @BeforeEach
    void loseTheFirstAttemptInTheMiddle() throws IOException {
        world = new FakeWorld(folder, 1);
        source = Files.writeString(folder.resolve("big"), OLD);
        Files.setLastModifiedTime(source, FileTime.from(FakeServer.TIME));
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            if (++blocks[0] == 150) {
                throw FakeServer.lost();
            }
        };
        world.add(world.upload("big"));
        world.run();
        assertThat(world.state("big")).isEqualTo(new TransferState.Waiting());
        world.server.onBlock = bytes -> {};
    }

    @Test
    void anUnchangedOneGoesOn() {
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.content("big")).isEqualTo(OLD);
        assertThat(world.server.log).anyMatch(line -> line.startsWith("RETR") && line.contains("part"));
    }

    @Test
    void oneOfTheSameLengthBeginsAgain() throws IOException {
        Files.writeString(source, NEW);
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.content("big")).isEqualTo(NEW);
    }

    @Test
    void oneThatOnlyLooksUnchangedIsFoundByItsContent() throws IOException {
        Files.writeString(source, NEW);
        Files.setLastModifiedTime(source, FileTime.from(FakeServer.TIME));
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.content("big")).isEqualTo(NEW);
    }

    @Test
    void oneThatIsShorterThanWhatHasArrivedBeginsAgain() throws IOException {
        Files.writeString(source, "short");
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.content("big")).isEqualTo("short");
        assertThat(world.server.files).hasSize(1);
    }

    @Test
    void oneThatIsGoneFailsAndTheRestOfItIsRemoved() throws IOException {
        Files.delete(source);
        world.pass(Duration.ofSeconds(5));

        assertThat(world.state("big")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.server.files).isEmpty();
    }
}
