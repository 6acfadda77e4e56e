// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.RenamePattern;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueConflictTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new FakeWorld(folder, 2);
        for (String name : new String[] {"a", "b", "c"}) {
            world.server.file(name, "new " + name);
            Files.writeString(folder.resolve(name), "old");
        }
    }

    @Test
    void anExistingTargetAsksWhileTheOthersGoOn() {
        world.server.file("free", 10);
        world.add(world.download("a"), world.download("free"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Asking());
        assertThat(world.state("free")).isEqualTo(new TransferState.Done());
        assertThat(world.total().asking()).isEqualTo(1);
        Conflict conflict = world.queue.conflicts().getFirst();
        assertThat(conflict.item()).isEqualTo(world.item("a").id());
        assertThat(conflict.source().size()).isEqualTo(5);
        assertThat(conflict.target().size()).isEqualTo(3);
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void overwritingReplacesTheTargetAndKeepsItsPermissions() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rwx------"));
        world.add(world.download("a"));
        world.run();
        world.decide(Decision.OVERWRITE);

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rwx------");
    }

    @Test
    void skippingLeavesTheTargetAlone() {
        world.add(world.download("a"));
        world.run();
        world.decide(Decision.SKIP);

        assertThat(world.state("a")).isEqualTo(new TransferState.Skipped());
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(world.total().done()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExistingRule.class,
            names = {"SKIP", "CHANGED", "ASK"})
    void whoeverComesSecondLeavesNoTemporaryFile(ExistingRule rule) throws Exception {
        TransferRules rules = TransferRules.DEFAULT.withExisting(rule);
        world.server.file("down", "content").file("other", "other");
        Files.writeString(folder.resolve("up"), "content");
        world.server.replaces = false;
        FileTime time = FileTime.from(FakeServer.TIME);
        Files.setLastModifiedTime(folder.resolve("up"), time);
        world.server.onBlock = bytes -> {
            Files.writeString(folder.resolve("down"), "content");
            Files.setLastModifiedTime(folder.resolve("down"), time);
            world.server.file("up", "content");
        };
        world.add(world.download("down").withRules(rules), world.upload("up").withRules(rules));
        world.run();
        world.decide(Decision.SKIP);

        assertThat(world.state("down")).isEqualTo(new TransferState.Skipped());
        assertThat(world.state("up")).isEqualTo(new TransferState.Skipped());
        assertThat(folder.resolve("down")).hasContent("content");
        assertThat(world.server.files.keySet()).noneMatch(TemporaryName::isTemporary);
        assertThat(folder).isDirectoryNotContaining("glob:**twinport*");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300_000})
    void aFolderOfThatNameIsToldWhereItRefusesTheLastName(int size) throws Exception {
        Files.write(folder.resolve("up"), new byte[size]);
        world.server.folders.add(RemotePath.of("up"));
        world.add(world.upload("up").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE)));
        world.run();

        assertThat(world.state("up"))
                .isInstanceOfSatisfying(
                        TransferState.Failed.class,
                        failed -> assertThat(failed.explanation().what()).contains("up", "folder"));
        assertThat(world.server.temporary("up")).isNull();
    }

    @Test
    void whatIsResumedAtItsTargetLeavesNoTemporaryFile() throws Exception {
        Files.writeString(folder.resolve("up"), "0123456789");
        world.server.block = 4;
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            throw FakeServer.lost();
        };
        world.add(world.upload("up").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.RESUME)));
        world.run();
        assertThat(world.server.temporary("up")).isNotNull();
        world.server.file("up", "01234");
        world.pass(Duration.ofMinutes(1));

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
        assertThat(world.server.content("up")).isEqualTo("0123456789");
        assertThat(world.server.temporary("up")).isNull();
    }

    @Test
    void renamingKeepsBoth() throws Exception {
        Files.writeString(folder.resolve("a (2)"), "second");
        world.add(world.download("a"));
        world.run();
        world.decide(Decision.RENAME);

        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(folder.resolve("a (2)")).hasContent("second");
        assertThat(folder.resolve("a (3)")).hasContent("new a");
        assertThat(world.state("a (3)")).isEqualTo(new TransferState.Done());
    }

    @Test
    void newNamesFollowThePatternInBothDirections() throws Exception {
        RenamePattern pattern = new RenamePattern("{n}. {name}{ext}");
        TransferRules rules =
                TransferRules.DEFAULT.withExisting(ExistingRule.RENAME).withRenamePattern(pattern);
        Files.writeString(folder.resolve("2. a"), "taken");
        world.add(world.download("a").withRules(rules), world.upload("b").withRules(rules));
        world.run();

        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(folder.resolve("3. a")).hasContent("new a");
        assertThat(world.server.content("b")).isEqualTo("new b");
        assertThat(world.server.content("2. b")).isEqualTo("old");
    }

    @Test
    void resumingAppendsWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("a"), "ne");
        world.add(world.download("a"));
        world.run();
        world.decide(Decision.RESUME);

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(world.item("a").moved()).isEqualTo(5);
    }

    @Test
    void resumingSomethingElseFailsAndLeavesItAlone() throws Exception {
        world.add(world.download("a"));
        Files.writeString(folder.resolve("b"), "much longer than the source");
        world.add(world.download("b"));
        world.run();
        world.decide(Decision.RESUME);

        assertThat(world.state("a")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.state("b")).isInstanceOf(TransferState.Failed.class);
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(folder.resolve("b")).hasContent("much longer than the source");
    }

    @Test
    void conflictsAreCollectedAndDecidedOneByOneOrTogether() {
        world.add(world.download("a"), world.download("b"), world.download("c"));
        world.run();
        assertThat(world.queue.conflicts()).extracting(Conflict::item).isEqualTo(world.ids("a", "b", "c"));
        assertThat(world.queue.conflicts()).isSameAs(world.queue.conflicts());

        world.queue.decide(world.ids("b"), Decision.OVERWRITE);
        world.run();
        assertThat(world.queue.conflicts()).extracting(Conflict::item).isEqualTo(world.ids("a", "c"));
        assertThat(folder.resolve("b")).hasContent("new b");

        world.queue.decide(world.ids("a", "b", "c"), Decision.SKIP);
        world.run();
        assertThat(world.queue.conflicts()).isEmpty();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(folder.resolve("c")).hasContent("old");
    }

    @Test
    void cancellingTheItemTakesItsConflictBack() {
        world.add(world.download("a"), world.download("b"));
        world.run();
        world.queue.cancel(world.ids("a"));

        assertThat(world.queue.conflicts()).extracting(Conflict::item).isEqualTo(world.ids("b"));
        world.queue.decide(world.ids("a", "b"), Decision.OVERWRITE);
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(world.state("a")).isEqualTo(new TransferState.Cancelled());
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void aConflictNamesTheJobThatItBelongsTo() throws Exception {
        Files.createDirectories(folder.resolve("f/deep"));
        Files.writeString(folder.resolve("f/deep/x"), "old");
        world.server.file("f/deep/x", "new");
        world.add(world.downloadFolder("f"));
        world.run();

        Conflict conflict = world.queue.conflicts().getFirst();
        assertThat(conflict.job()).isEqualTo(world.item("f").id());
        assertThat(conflict.item()).isEqualTo(world.item("x").id());
    }

    @ParameterizedTest
    @EnumSource(ExistingRule.class)
    void aRuleOfTheRequestDecidesWithoutAsking(ExistingRule rule) throws Exception {
        Files.writeString(folder.resolve("down"), "whole");
        Files.setLastModifiedTime(folder.resolve("down"), FileTime.from(FakeServer.TIME.minusSeconds(60)));
        world.server.file("down", "whole content");
        TransferRules rules = TransferRules.DEFAULT.withExisting(rule);
        world.add(world.download("down").withRules(rules));
        world.run();

        boolean asks = rule == ExistingRule.ASK;
        assertThat(world.queue.conflicts()).hasSize(asks ? 1 : 0);
        assertThat(folder.resolve("down"))
                .hasContent(
                        switch (rule) {
                            case ASK, SKIP, RENAME -> "whole";
                            default -> "whole content";
                        });
        assertThat(Files.exists(folder.resolve("down (2)"))).isEqualTo(rule == ExistingRule.RENAME);
    }

    @Test
    void whatIsInAFolderFollowsTheFoldersRules() throws Exception {
        Files.createDirectories(folder.resolve("f"));
        Files.writeString(folder.resolve("f/x"), "old");
        world.server.file("f/x", "new");
        world.add(world.downloadFolder("f").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.SKIP)));
        world.run();

        assertThat(world.state("x")).isEqualTo(new TransferState.Skipped());
    }

    @Test
    void anUploadIsComparedByTheExactTimeWhereTheListingKnowsOnlyMinutes() throws Exception {
        Files.createDirectories(folder.resolve("f"));
        Files.writeString(folder.resolve("f/x"), "abc");
        Files.setLastModifiedTime(folder.resolve("f/x"), FileTime.from(FakeServer.TIME.plusSeconds(20)));
        world.server.file("f/x", "old").listedPrecision = Precision.MINUTE;
        world.add(world.uploadFolder("f").withRules(TransferRules.DEFAULT.withExisting(ExistingRule.NEWER)));
        world.run();

        assertThat(world.server.content("f/x")).isEqualTo("abc");
        assertThat(world.server.log).contains("MDTM /f/x");
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void everyRuleWorksForUploads(Decision rule) throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "whole");
        world.add(world.upload("up"));
        world.run();
        world.decide(rule);

        assertThat(world.server.content("up"))
                .isEqualTo(
                        switch (rule) {
                            case OVERWRITE, RESUME -> "whole content";
                            case RENAME, SKIP -> "whole";
                        });
        assertThat(world.server.content("up (2)")).isEqualTo(rule == Decision.RENAME ? "whole content" : null);
        assertThat(world.server.files.keySet().toString()).doesNotContain("twinport-part");
        assertThat(world.total().failed()).isZero();
    }

    @Test
    void anUploadThatIsNotTheSameContentIsNotResumed() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "other");
        world.add(world.upload("up"));
        world.run();
        world.decide(Decision.RESUME);

        assertThat(world.state("up")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.server.content("up")).isEqualTo("other");
    }

    @Test
    void aServerThatDoesNotRenameOverAFileLosesItOnlyWhenTheNewOneIsInItsPlace() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "old").failing("RNTO", FakeServer.refused(550));
        world.add(world.upload("up"));
        world.run();
        world.decide(Decision.OVERWRITE);

        assertThat(world.server.content("up")).isEqualTo("whole content");
        assertThat(world.server.files.keySet().toString()).doesNotContain("twinport");
        assertThat(world.server.log)
                .doesNotContain("DELE /up")
                .containsSubsequence(
                        "STOR /.up.twinport-part", "RNTO /.up.twinport-old", "RNTO /up", "DELE /.up.twinport-old");
    }

    @Test
    void withoutTemporaryNamesAnUploadGoesStraightToItsTarget() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "old");
        TransferRules direct =
                TransferRules.DEFAULT.withTemporaryNames(TemporaryRule.OFF).withExisting(ExistingRule.OVERWRITE);
        world.add(world.upload("up").withRules(direct));
        world.run();

        assertThat(world.server.content("up")).isEqualTo("whole content");
        assertThat(world.server.log).contains("STOR /up").noneMatch(line -> line.startsWith("RNTO"));
        assertThat(world.server.log.toString()).doesNotContain("twinport-part");
    }

    @Test
    void whatAnUploadWithoutTemporaryNameHasBegunIsNoConflictAndGoesOn() throws Exception {
        String content = "0123456789".repeat(1000);
        Files.writeString(folder.resolve("up"), content);
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            throw FakeServer.lost();
        };
        world.add(world.upload("up").withRules(TransferRules.DEFAULT.withTemporaryNames(TemporaryRule.OFF)));
        world.run();
        world.pass(Duration.ofMinutes(1));

        assertThat(world.server.content("up")).isEqualTo(content);
        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aRefusedUploadWithoutTemporaryNameLeavesWhatStoodThere() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "old").failing("STOR", FakeServer.refused(550));
        TransferRules direct =
                TransferRules.DEFAULT.withTemporaryNames(TemporaryRule.OFF).withExisting(ExistingRule.OVERWRITE);
        world.add(world.upload("up").withRules(direct));
        world.run();

        assertThat(world.state("up")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.server.content("up")).isEqualTo("old");
    }

    @Test
    void uploadedFilesKeepTheirPermissionsWhereTheRulesSaySo() throws Exception {
        Files.writeString(folder.resolve("up"), "content");
        Files.setPosixFilePermissions(folder.resolve("up"), PosixFilePermissions.fromString("rwxr-x--x"));
        world.add(world.upload("up"));
        world.run();
        assertThat(world.server.log).noneMatch(line -> line.startsWith("CHMOD"));

        world.queue.removeFinished();
        world.add(world.upload("up")
                .withRules(TransferRules.DEFAULT.withPermissions(true).withExisting(ExistingRule.OVERWRITE)));
        world.run();
        assertThat(world.server.log).contains("CHMOD 751 /" + TemporaryName.of("up"));
    }

    @Test
    void aServerThatDoesNotSetPermissionsTakesTheFileAllTheSame() throws Exception {
        Files.writeString(folder.resolve("up"), "content");
        Files.setPosixFilePermissions(folder.resolve("up"), PosixFilePermissions.fromString("rw-------"));
        world.server.failing("CHMOD 600", FakeServer.refused(500));
        world.add(world.upload("up").withRules(TransferRules.DEFAULT.withPermissions(true)));
        world.run();

        assertThat(world.state("up")).isEqualTo(new TransferState.Done());
    }
}
