// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.TemporaryFiles;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.rules.TransferRules;
import io.github.twinport.transfer.rules.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueVerificationTest {

    private static final TransferRules ALWAYS = TransferRules.DEFAULT.withVerification(Verification.ALWAYS);
    private static final String CONTENT = "abcdefghij".repeat(500);

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new FakeWorld(folder, 1);
        world.server.algorithm = "SHA-256";
        world.server.file("down", CONTENT);
        Files.writeString(folder.resolve("up"), CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "SHA-1", "MD5", "CRC32"})
    void whatArrivedIsComparedWithTheServersDigest(String algorithm) {
        world.server.algorithm = algorithm;
        world.add(world.download("down").withRules(ALWAYS), world.upload("up").withRules(ALWAYS));
        world.run();

        assertThat(world.total().done()).isEqualTo(2);
        assertThat(world.server.log).contains("HASH /down", "HASH /" + TemporaryName.of("up"));
        assertThat(world.server.log)
                .doesNotContain("RETR /up")
                .filteredOn("RETR /down"::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whatArrivedDamagedIsTransferredOnceMore(Direction direction) {
        world.server.damaged = 1;
        world.add(request(direction).withRules(ALWAYS));
        world.run();

        assertThat(world.total().done()).isEqualTo(1);
        assertArrived(direction);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whatArrivesDamagedTwiceFailsAndLeavesNothing(Direction direction) {
        world.server.damaged = 2;
        world.add(request(direction).withRules(ALWAYS));
        world.run();
        world.pass(Duration.ofHours(1));

        TransferState state = world.state(direction == Direction.DOWNLOAD ? "down" : "up");
        assertThat(state)
                .isInstanceOfSatisfying(
                        TransferState.Failed.class,
                        failed -> assertThat(failed.explanation().what()).contains("SHA-256", "damaged"));
        assertThat(world.server.content("up")).isNull();
        assertThat(world.server.files.keySet().toString()).doesNotContain("twinport-part");
        assertThat(folder.resolve("down")).doesNotExist();
        assertThat(TemporaryFiles.beside(folder.resolve("down"))).doesNotExist();
    }

    @Test
    void whatWasKeptIsPartOfTheDigest() throws Exception {
        Files.writeString(folder.resolve("down"), CONTENT.substring(0, 2000));
        world.server.file("up", CONTENT.substring(0, 2000));
        world.add(world.download("down").withRules(ALWAYS), world.upload("up").withRules(ALWAYS));
        world.run();
        world.decide(Decision.RESUME);

        assertThat(world.total().done()).isEqualTo(2);
        assertThat(world.server.log).contains("HASH /down", "HASH /up");
        assertThat(world.server.log).filteredOn("STOR /up"::equals).hasSize(1);
    }

    @Test
    void aResumedFileWhoseBeginningWasAnotherIsReplaced() throws Exception {
        // Only the last 64 KiB are compared before a resume: what differs lies before them.
        String whole = "x".repeat(200_000);
        world.server.file("down", whole);
        Files.writeString(folder.resolve("down"), "y" + whole.substring(1, 150_000));
        world.add(world.download("down").withRules(ALWAYS));
        world.run();
        world.decide(Decision.RESUME);

        assertThat(folder.resolve("down")).hasContent(whole);
        assertThat(world.total().done()).isEqualTo(1);
    }

    @Test
    void aServerThatRefusesToTellADigestIsBelieved() {
        world.server.failing("HASH", FakeServer.refused(550));
        world.add(world.download("down").withRules(ALWAYS));
        world.run();

        assertThat(world.state("down")).isEqualTo(new TransferState.Done());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aServerThatCouldNotTellADigestJustThenIsAskedOnceMore(Direction direction) {
        world.server.failing("HASH", FakeServer.refused(450));
        world.server.damaged = 1;
        world.add(request(direction).withRules(ALWAYS));
        world.run();

        assertThat(world.total().done()).isEqualTo(1);
        assertArrived(direction);
    }

    @Test
    void nothingIsAskedWhereTheServerHasNoDigestsOrTheRulesDoNotWantThem() {
        TransferRules automatic = TransferRules.DEFAULT.withVerification(Verification.AUTOMATIC);
        world.add(world.download("down").withRules(automatic));
        world.run();
        world.server.algorithm = null;
        world.add(world.upload("up").withRules(ALWAYS));
        world.run();

        assertThat(world.total().done()).isEqualTo(2);
        assertThat(world.server.log).noneMatch(line -> line.startsWith("HASH"));
    }

    private TransferRequest request(Direction direction) {
        return direction == Direction.DOWNLOAD ? world.download("down") : world.upload("up");
    }

    private void assertArrived(Direction direction) {
        if (direction == Direction.DOWNLOAD) {
            assertThat(folder.resolve("down")).hasContent(CONTENT);
        } else {
            assertThat(world.server.content("up")).isEqualTo(CONTENT);
        }
    }
}
