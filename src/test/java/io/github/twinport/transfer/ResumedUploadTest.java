// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload that goes on in the middle is proven at its seam, and one whose source changes is never called done. */
class ResumedUploadTest {

    /** A rest of this length is read back. */
    private static final int SHORT = 400_000;

    /** A rest of this length is appended. */
    private static final int LONG = 2_400_000;

    @TempDir
    Path folder;

    private FakeWorld world;
    private byte[] content = {};

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 1);
        world.server.block = 50_000;
    }

    @ParameterizedTest
    @CsvSource({"400000,true", "400000,false", "2400000,true", "2400000,false"})
    void whatAServerDoesNotKeepIsSentAgain(int size, boolean keeps) throws IOException {
        world.server.keepsBeginnings = keeps;
        loseInTheMiddle("up", size);
        world.pass(Duration.ofSeconds(5));

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.files.get(world.upload("up").remote())).isEqualTo(content);
        assertThat(world.server.files).hasSize(1);
    }

    @Test
    void aLongRestIsAppendedWhereTheServerHasNotShownThatItKeepsBeginnings() throws IOException {
        loseInTheMiddle("up", LONG);
        world.server.log.clear();
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.log).contains("APPE /.up.twinport-part").noneMatch(line -> line.startsWith("RETR /up"));
    }

    @Test
    void whatWasProvenOnceIsNotReadBackAgain() throws IOException {
        loseInTheMiddle("up", SHORT);
        world.pass(Duration.ofSeconds(5));
        loseInTheMiddle("up2", SHORT);
        world.server.log.clear();
        world.pass(Duration.ofSeconds(5));

        // What is there is compared before, and nothing after.
        assertThat(world.server.log.stream().filter(line -> line.startsWith("RETR")))
                .hasSize(1);
        assertThat(world.server.files.get(world.upload("up2").remote())).isEqualTo(content);
    }

    @Test
    void whatWasRefusedOnceIsAppendedAfterAFreshLook() throws IOException {
        world.server.keepsBeginnings = false;
        loseInTheMiddle("up", SHORT);
        world.pass(Duration.ofSeconds(5));
        world.server.keepsBeginnings = true;
        loseInTheMiddle("up2", SHORT);
        world.server.log.clear();
        world.pass(Duration.ofSeconds(5));

        assertThat(world.server.log).contains("APPE /.up2.twinport-part").noneMatch(line -> line.startsWith("STOR"));
        assertThat(world.server.files.get(world.upload("up2").remote())).isEqualTo(content);
    }

    @Test
    void aServerWithoutRestGetsTheRestAppended() throws IOException {
        loseInTheMiddle("up", SHORT);
        world.server.failing(
                "STOR", new FtpException.Refused("REST 200000", new Reply(502, List.of("no such command"))));
        world.pass(Duration.ofSeconds(5));

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.log).contains("APPE /.up.twinport-part");
        assertThat(world.server.files.get(world.upload("up").remote())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, SHORT})
    void aSourceThatIsOverwrittenMeanwhileIsSentAgain(int size) throws IOException {
        Path source = Files.writeString(folder.resolve("up"), "a".repeat(size));
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            if (++blocks[0] == 1) {
                Files.writeString(source, "b".repeat(size));
            }
        };
        world.add(world.upload("up"));
        world.run();

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("up")).isEqualTo("b".repeat(size));
        assertThat(world.server.files).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, SHORT})
    void aSourceThatIsOverwrittenAgainAndAgainIsNeverCalledDone(int size) throws IOException {
        Path source = Files.writeString(folder.resolve("up"), "a".repeat(size));
        int[] blocks = {0};
        world.server.onBlock = bytes -> Files.write(
                source,
                String.valueOf((char) ('a' + ++blocks[0] % 26)).repeat(size).getBytes(StandardCharsets.UTF_8));
        world.add(world.upload("up"));
        world.run();

        assertThat(world.state("up"))
                .isInstanceOfSatisfying(
                        TransferState.Failed.class,
                        failed -> assertThat(failed.explanation().what()).contains("changed each time"));
    }

    private void loseInTheMiddle(String name, int size) throws IOException {
        content = new byte[size];
        new Random(size).nextBytes(content);
        Files.write(folder.resolve(name), content);
        int[] blocks = {0};
        world.server.onBlock = bytes -> {
            if (++blocks[0] == 4) {
                throw FakeServer.lost();
            }
        };
        world.add(world.upload(name));
        world.run();
        assertThat(world.state(name)).isEqualTo(new TransferState.Waiting());
        world.server.onBlock = bytes -> {};
    }
}
