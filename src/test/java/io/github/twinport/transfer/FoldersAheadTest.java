// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of an upload are made together, ahead of what comes into them. */
class FoldersAheadTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld(folder, 2);
        for (String name : List.of("x", "y", "z")) {
            Files.createDirectories(folder.resolve("f").resolve(name));
            Files.writeString(folder.resolve("f").resolve(name).resolve("file"), name);
        }
        Files.writeString(folder.resolve("f/file"), "top");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void assertAllThere() {
        assertThat(world.server.content("f/file")).isEqualTo("top");
        for (String name : List.of("x", "y", "z")) {
            assertThat(world.server.content("f/" + name + "/file")).isEqualTo(name);
        }
        assertThat(world.total().done()).isEqualTo(4);
        assertThat(world.total().failed()).isZero();
    }

    private long count(String command) {
        return world.server.log.stream().filter(command::equals).count();
    }

    @Test
    void foldersOfANewFolderAreMadeWithOneWait() {
        world.add(world.uploadFolder("f"));
        world.run();

        assertAllThere();
        assertThat(world.server.madeTogether).containsExactly(3);
        assertThat(count("MKD /f/x")).isEqualTo(1);
        assertThat(world.server.log)
                .as("that MKD was done does not mean that the folder is new, but those in an empty one are")
                .filteredOn(line -> line.startsWith("MLSD"))
                .containsExactly("MLSD /f");
    }

    @Test
    void onlyMissingFoldersAreMadeAndTheOthersListed() {
        world.server.folders.add(RemotePath.of("f"));
        world.server.folders.add(RemotePath.of("f/x"));
        world.add(world.uploadFolder("f"));
        world.run();

        assertAllThere();
        assertThat(world.server.madeTogether).containsExactly(2);
        assertThat(world.server.log).contains("MLSD /f", "MLSD /f/x").doesNotContain("MLSD /f/y", "MLSD /f/z");
    }

    @Test
    void aFolderThatIsRefusedIsTriedByItself() {
        world.server.failing("MKD /f/y", FakeServer.refused(550));
        world.add(world.uploadFolder("f"));
        world.run();

        assertAllThere();
        assertThat(count("MKD /f/y")).isEqualTo(2);
    }

    @Test
    void aConnectionLostWhileMakingThemLosesNothing() {
        world.server.failing("MKD /f/y", FakeServer.lost());
        world.add(world.uploadFolder("f"));
        world.run();
        world.pass(Duration.ofMinutes(1));

        assertAllThere();
    }

    @Test
    void foldersThatAreNotWantedAreNotMade() throws Exception {
        world.close();
        world = new FakeWorld(folder, 2, (entry, link) -> !entry.remote().name().equals("y"));
        world.add(world.uploadFolder("f"));
        world.run();

        assertThat(world.server.madeTogether).containsExactly(2);
        assertThat(world.server.folders).doesNotContain(RemotePath.of("f/y"));
        assertThat(world.total().done()).isEqualTo(3);
    }
}
