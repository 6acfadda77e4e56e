// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.TransferType;
import io.github.twinport.transfer.rules.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are transferred as text: their positions and lengths mean nothing on the other side. */
class QueueTextTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
    }

    @Test
    void aBrokenDownloadBeginsAnew() {
        world.server.file("a", 5000);
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            throw FakeServer.lost();
        };
        world.add(world.download("a").as(TransferType.ASCII));
        world.run();
        world.pass(Duration.ofHours(1));

        assertThat(world.state("a")).isEqualTo(new TransferState.Done());
        assertThat(folder.resolve("a")).hasContent("x".repeat(5000));
        assertThat(world.item("a").moved()).isEqualTo(5000);
    }

    @Test
    void anExistingTargetIsReplacedInsteadOfResumed() throws Exception {
        world.server.file("a", "whole text");
        Files.writeString(folder.resolve("a"), "who");
        world.add(world.download("a").as(TransferType.ASCII));
        world.run();
        world.decide(Decision.RESUME);
        assertThat(folder.resolve("a")).hasContent("whole text");

        world.server.file("b", "who");
        Files.writeString(folder.resolve("b"), "whole text");
        world.add(world.upload("b").as(TransferType.ASCII));
        world.run();
        world.decide(Decision.RESUME);
        world.run();
        assertThat(world.server.content("b")).isEqualTo("whole text");
        assertThat(world.server.log).contains("TYPE /A");
    }

    @Test
    void filesOfAFolderAreTextToo() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a"), "text");
        world.add(world.uploadFolder("in").as(TransferType.ASCII));
        world.run();
        assertThat(world.server.content("in/a")).isEqualTo("text");
        assertThat(world.server.log).contains("TYPE /A");
    }
}
