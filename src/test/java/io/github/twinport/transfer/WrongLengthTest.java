// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that comes or goes with the same wrong length again is not tried for ever. */
class WrongLengthTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new FakeWorld(folder, 1);
        // What others have done before gives each file more attempts.
        world.server.file("first", 1);
        world.add(world.download("first"));
        world.run();
        world.server.log.clear();
    }

    @ParameterizedTest
    @CsvSource({"6, 10, 16", "-3, 10, 7", "6, 300000, 300006"})
    void anUploadEndsAfterTheSecond(int surplus, int size, int there) throws Exception {
        Files.write(folder.resolve("up"), new byte[size]);
        world.server.surplus = surplus;
        world.add(world.upload("up"));
        world.run();
        world.pass(Duration.ofMinutes(1));

        assertFailed("up", size, there);
        assertThat(world.server.log.stream().filter(line -> line.startsWith("STOR")))
                .hasSize(2);
        assertThat(world.server.files).containsOnlyKeys(RemotePath.of("first"));
    }

    @ParameterizedTest
    @CsvSource({"6, 10, 16", "-3, 10, 7", "-7, 300000, 299993"})
    void aDownloadEndsAfterTheSecond(int surplus, int size, int arrived) {
        world.server.file("d/down", size);
        world.server.surplus = surplus;
        world.add(world.downloadFolder("d"));
        world.run();
        world.pass(Duration.ofMinutes(1));

        assertFailed("down", size, arrived);
        assertThat(world.server.log.stream().filter(line -> line.startsWith("RETR")))
                .hasSize(2);
        assertThat(folder.resolve("d")).isEmptyDirectory();
    }

    @Test
    void whatTheUserTriesAgainGetsItsAttemptsAgain() throws Exception {
        Files.write(folder.resolve("up"), new byte[10]);
        world.server.surplus = 1;
        world.add(world.upload("up"));
        world.run();
        world.pass(Duration.ofMinutes(1));
        world.queue.retry(world.ids("up"));
        world.run();
        world.server.surplus = 0;
        world.pass(Duration.ofMinutes(1));

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
    }

    private void assertFailed(String name, int expected, int arrived) {
        assertThat(world.state(name))
                .isInstanceOfSatisfying(
                        TransferState.Failed.class,
                        failed -> assertThat(failed.explanation().what())
                                .contains(
                                        String.format(Locale.ENGLISH, "%,d", expected),
                                        String.format(Locale.ENGLISH, "%,d", arrived)));
    }
}
