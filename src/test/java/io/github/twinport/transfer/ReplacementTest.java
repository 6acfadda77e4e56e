// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused, lost or broken step of an upload never makes things worse than they were. */
class ReplacementTest {

    private static final String OLD = "what was there";
    private static final String NEW = "the new content, which is longer";
    private static final String TEMPORARY = "/.up.twinport-part";
    private static final String ASIDE = "/.up.twinport-old";

    @TempDir
    Path folder;

    private FakeWorld world;
    private TransferRules rules = TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE);

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld(folder, 1);
        Files.writeString(folder.resolve("up"), NEW);
        world.server.file("up", OLD);
    }

    @Test
    void anOldFileStandsAsideUntilTheNewOneIsInItsPlace() {
        world.server.replaces = false;
        upload("up");

        assertDone();
        assertThat(world.server.log)
                .doesNotContain("DELE /up")
                .containsSubsequence("STOR " + TEMPORARY, "RNTO " + ASIDE, "RNTO /up", "DELE " + ASIDE);
    }

    @Test
    void whatWasLearntIsNotTriedAgain() throws IOException {
        world.server.replaces = false;
        upload("up");
        world.server.file("other", OLD);
        Files.writeString(folder.resolve("other"), NEW);
        world.server.log.clear();
        upload("other");

        assertThat(world.server.log.stream().filter(line -> line.startsWith("RNTO")))
                .containsExactly("RNTO /.other.twinport-old", "RNTO /other");
        assertThat(world.server.content("other")).isEqualTo(NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "RNTO /.up.twinport-part",
        "RNTO /twinport-part-up",
        "RNTO /.up.twinport-old",
        "RNTO /up",
        "DELE /.up.twinport-old",
        "SIZE /up"
    })
    void aConnectionLostBeforeAnyStepLosesNothing(String step) {
        world.server.replaces = false;
        world.server.failing(step, FakeServer.lost());
        upload("up");
        assertSomethingCompleteIsThere();
        world.pass(Duration.ofMinutes(1));

        assertDone();
    }

    @ParameterizedTest
    @CsvSource({
        "true, RNTO /up",
        "false, RNTO /.up.twinport-part",
        "false, RNTO /twinport-part-up",
        "false, RNTO /.up.twinport-old",
        "false, RNTO /up",
        "false, DELE /.up.twinport-old"
    })
    void aReplyLostAfterAnyStepLosesNothing(boolean replaces, String step) {
        world.server.replaces = replaces;
        world.server.unheard.add(step);
        upload("up");
        assertSomethingCompleteIsThere();
        world.pass(Duration.ofMinutes(1));

        assertDone();
    }

    @Test
    void theOldFileComesBackWhereTheNewOneDoesNotGetItsPlace() {
        world.server.failing("RNTO /up", FakeServer.refused(550), FakeServer.refused(550));
        upload("up");

        assertThat(failure("up").what()).contains("550");
        assertThat(world.server.files.keySet()).extracting(Object::toString).containsExactly("/up");
        assertThat(world.server.content("up")).isEqualTo(OLD);
    }

    @Test
    void anOldFileThatDoesNotComeBackIsKeptAndComesBackLater() {
        world.server.failing(
                "RNTO /up",
                FakeServer.refused(550),
                FakeServer.refused(550),
                FakeServer.refused(550),
                FakeServer.refused(550));
        upload("up");

        assertThat(failure("up").what()).contains("complete under the name .up.");
        assertThat(world.server.files.values()).contains(OLD.getBytes(StandardCharsets.UTF_8));
        world.queue.retry(world.ids("up"));
        world.run();

        assertDone();
    }

    @Test
    void aRefusalForNowIsWaitedForAndNothingIsSentTwice() {
        world.server.failing("RNTO /up", FakeServer.refused(450), FakeServer.refused(450));
        upload("up");
        assertThat(world.server.content("up")).isEqualTo(OLD);
        world.pass(Duration.ofMinutes(1));
        world.pass(Duration.ofMinutes(1));

        assertDone();
        assertThat(world.server.log.stream().filter(line -> line.startsWith("STOR")))
                .hasSize(1);
    }

    @Test
    void whereTheServerDoesNotDeleteTheOldFileStaysAside() {
        world.server.replaces = false;
        world.server.failing("DELE", FakeServer.refused(550));
        upload("up");

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("up")).isEqualTo(NEW);
        assertThat(world.server.files).hasSize(2);
    }

    @Test
    void aCancelledReplacementGivesTheOldFileBack() {
        world.server.replaces = false;
        world.server.unheard.add("RNTO " + ASIDE);
        upload("up");
        assertThat(world.server.content("up")).isNull();
        world.queue.cancel(world.ids("up"));
        world.run();

        assertThat(world.server.content("up")).isEqualTo(OLD);
        assertThat(world.server.files).hasSize(1);
    }

    @Test
    void withoutRenamesAnOldFileStaysAndNewOnesGoStraightToTheirNames() throws IOException {
        world.server.renames = false;
        Files.writeString(folder.resolve("fresh"), NEW);
        Files.writeString(folder.resolve("fresh2"), NEW);
        upload("up", "fresh", "fresh2");

        assertThat(failure("up").what()).contains("up was not replaced");
        assertThat(world.server.content("up")).isEqualTo(OLD);
        assertThat(world.server.content("fresh")).isEqualTo(NEW);
        assertThat(world.server.content("fresh2")).isEqualTo(NEW);
        assertThat(world.server.files).hasSize(3);
        assertThat(world.server.log).doesNotContain("STOR /.fresh2.twinport-part");
    }

    @Test
    void withoutRenamesWhoeverAgreesWritesInPlace() {
        world.server.renames = false;
        rules = rules.withTemporaryNames(TemporaryRule.OFF);
        upload("up");

        assertDone();
    }

    @Test
    void whoeverWantsTemporaryNamesAlwaysGetsNoOther() throws IOException {
        world.server.renames = false;
        Files.writeString(folder.resolve("fresh"), NEW);
        rules = rules.withTemporaryNames(TemporaryRule.ON);
        upload("fresh");

        assertThat(failure("fresh").what()).contains("550");
        assertThat(world.server.content("fresh")).isNull();
    }

    @Test
    void whereTemporaryNamesAreRefusedTheOldFileStandsAside() {
        for (String name : new String[] {TEMPORARY, "/up.twinport-part", "/twinport-part-up"}) {
            world.server.failing("STOR " + name, FakeServer.refused(553));
        }
        upload("up");

        assertDone();
        assertThat(world.server.log).containsSubsequence("RNTO " + ASIDE, "STOR /up", "DELE " + ASIDE);
    }

    @Test
    void aRefusedFileGivesTheOldOneBack() {
        world.server.failing("STOR", refusals());
        upload("up");

        assertThat(failure("up").what()).contains("553");
        assertThat(world.server.content("up")).isEqualTo(OLD);
        assertThat(world.server.files).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 400_000})
    void whatIsTakenAwayIsNotSentAgainUnasked(int size) throws IOException {
        world.server.takesAway = path -> !path.equals(world.upload("in").remote())
                && !path.equals(world.upload("in2").remote());
        Files.writeString(folder.resolve("in"), "x".repeat(size));
        Files.writeString(folder.resolve("in2"), "x".repeat(size));
        upload("in");

        assertThat(failure("in").what()).contains("taken it away");
        assertThat(world.server.log.stream().filter(line -> line.startsWith("STOR")))
                .hasSize(1);
        upload("in2");
        assertThat(world.state("in2")).isEqualTo(new TransferState.Done());
        assertThat(world.server.log).doesNotContain("STOR /.in2.twinport-part");
        world.queue.retry(world.ids("in"));
        world.run();
        assertThat(world.state("in")).isEqualTo(new TransferState.Done());
    }

    private void upload(String... names) {
        for (String name : names) {
            world.add(world.upload(name).withRules(rules));
        }
        world.run();
    }

    private void assertDone() {
        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("up")).isEqualTo(NEW);
        assertThat(world.server.files).hasSize(1);
    }

    private void assertSomethingCompleteIsThere() {
        assertThat(world.server.files.values())
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).equals(OLD)
                        || new String(bytes, StandardCharsets.UTF_8).equals(NEW));
    }

    private Explanation failure(String name) {
        assertThat(world.state(name)).isInstanceOf(TransferState.Failed.class);
        return ((TransferState.Failed) world.state(name)).explanation();
    }

    private static IOException[] refusals() {
        return new IOException[] {
            FakeServer.refused(553), FakeServer.refused(553), FakeServer.refused(553), FakeServer.refused(553)
        };
    }
}
