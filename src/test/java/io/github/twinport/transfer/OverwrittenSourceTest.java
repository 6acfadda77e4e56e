// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.rules.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a server that somebody overwrites in place while they are downloaded. */
class OverwrittenSourceTest {

    private static final int LENGTH = 1 << 20;
    private static final String OLD = "o".repeat(LENGTH);
    private static final String NEW = "n".repeat(LENGTH);

    @TempDir
    private Path folder;

    private FakeWorld world;
    private int writes;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        world.server.file("f/big", OLD);
        world.server.block = 1 << 16;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLongTransferOfOneIsDoneAgain() throws Exception {
        overwriteDuring(1, Duration.ofMillis(100));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(isNew("f/big")).isTrue();
        assertThat(folder.resolve("f").toFile().list()).containsExactly("big");
        assertThat(folder.resolve("f/big").toFile().lastModified())
                .isEqualTo(FakeServer.TIME.plusSeconds(1).toEpochMilli());
    }

    @Test
    void oneThatIsWrittenAgainAndAgainIsReported() {
        overwriteDuring(1000, Duration.ofMillis(100));
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(((TransferState.Failed) world.state("big")).explanation().what())
                .contains("big was changed each time");
        assertThat(folder.resolve("f/big")).doesNotExist();
    }

    @Test
    void aTargetThatIsGoneOnWithIsReplacedThen() throws Exception {
        Files.writeString(folder.resolve("big"), OLD.substring(0, LENGTH / 2));
        world.server.file("big", OLD);
        world.add(world.download("big"));
        world.run();
        overwriteDuring(1, Duration.ofMillis(200));
        world.decide(Decision.RESUME);

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(isNew("big")).isTrue();
    }

    @Test
    void aLongRestIsComparedAtARandomPlaceToo() throws Exception {
        int length = 40 << 20;
        int[] blocks = {0};
        world.server.file("long", "o".repeat(length));
        world.server.block = 1 << 20;
        world.server.onBlock = bytes -> {
            if (++blocks[0] == 36) {
                throw FakeServer.lost();
            }
        };
        world.add(world.download("long"));
        world.run();
        assertThat(world.state("long")).isEqualTo(new TransferState.Waiting());
        int same = (4 << 20) + OverlapChannel.LENGTH;
        String other = "n".repeat(length - same) + "o".repeat(same);
        world.server.file("long", other);

        world.pass(Duration.ofMinutes(1));

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("long")).equals(other)).isTrue();
    }

    @Test
    void nobodyAsksAgainAfterShortTransfers() {
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.server.log).filteredOn(line -> line.startsWith("MDTM")).hasSize(1);
    }

    @Test
    void nobodyAsksAboutSmallFiles() {
        world.server.file("f/big", "small");
        world.add(world.downloadFolder("f"));
        world.run();

        assertThat(world.server.log).noneMatch(line -> line.startsWith("MDTM") || line.startsWith("SIZE"));
    }

    /** Compared without a message, which would be two files long. */
    private boolean isNew(String name) throws IOException {
        return Files.readString(folder.resolve(name)).equals(NEW);
    }

    /** Each of the first so many attempts sees the file overwritten in its middle. */
    private void overwriteDuring(int attempts, Duration perBlock) {
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            world.elapse(perBlock);
            if (++blocks[0] % 5 == 0 && writes < attempts && blocks[0] / 16 >= writes) {
                writes++;
                for (String name : new String[] {"f/big", "big"}) {
                    RemotePath path = RemotePath.of(name);
                    if (world.server.files.containsKey(path)) {
                        world.server.file(name, NEW);
                        world.server.times.put(path, FakeServer.TIME.plusSeconds(writes));
                    }
                }
            }
        };
    }
}
