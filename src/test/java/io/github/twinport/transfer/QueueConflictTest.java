// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        Conflict conflict = world.asked.getFirst().conflict();
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
        world.asked.getFirst().with(ConflictAnswer.Rule.OVERWRITE, false);
        world.run();

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rwx------");
    }

    @Test
    void skippingLeavesTheTargetAlone() {
        world.add(world.download("a"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.SKIP, false);
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Skipped());
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(world.total().done()).isEqualTo(1);
    }

    @Test
    void renamingKeepsBoth() throws Exception {
        Files.writeString(folder.resolve("a (2)"), "second");
        world.add(world.download("a"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.RENAME, false);
        world.run();

        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(folder.resolve("a (2)")).hasContent("second");
        assertThat(folder.resolve("a (3)")).hasContent("new a");
        assertThat(world.state("a (3)")).isEqualTo(new TransferState.Done());
    }

    @Test
    void resumingAppendsWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("a"), "ne");
        world.add(world.download("a"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.RESUME, false);
        world.run();

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(world.item("a").moved()).isEqualTo(5);
    }

    @Test
    void resumingSomethingElseFailsAndLeavesItAlone() throws Exception {
        world.add(world.download("a"));
        Files.writeString(folder.resolve("b"), "much longer than the source");
        world.add(world.download("b"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.RESUME, true);
        world.run();

        assertThat(world.state("a")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.state("b")).isInstanceOf(TransferState.Failed.class);
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(folder.resolve("b")).hasContent("much longer than the source");
    }

    @Test
    void oneQuestionIsOpenAtATime() {
        world.add(world.download("a"), world.download("b"), world.download("c"));
        world.run();
        assertThat(world.asked).hasSize(1);
        world.asked.getFirst().with(ConflictAnswer.Rule.OVERWRITE, false);
        world.run();
        assertThat(world.asked).hasSize(2);
        assertThat(world.total().asking()).isEqualTo(2);
    }

    @Test
    void anAnswerForAllHoldsUntilTheWorkIsDone() throws Exception {
        world.add(world.download("a"), world.download("b"));
        world.run();
        world.add(world.download("c"));
        world.asked.getFirst().with(ConflictAnswer.Rule.OVERWRITE, true);
        world.run();
        assertThat(world.asked).hasSize(1);
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(folder.resolve("c")).hasContent("new c");

        world.queue.removeFinished();
        world.add(world.download("a"));
        world.run();
        assertThat(world.asked).hasSize(2);
    }

    @Test
    void cancellingTheItemTakesItsQuestionBack() {
        world.add(world.download("a"), world.download("b"));
        world.run();
        world.queue.cancel(world.ids("a"));

        assertThat(world.asked.getFirst().answer()).isCancelled();
        assertThat(world.asked).hasSize(2);
        world.asked.getLast().with(ConflictAnswer.Rule.OVERWRITE, false);
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(world.state("a")).isEqualTo(new TransferState.Cancelled());
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void aQuestionThatFailsSkipsTheFile() {
        world.add(world.download("a"));
        world.run();
        world.asked.getFirst().answer().completeExceptionally(new IllegalStateException("window closed"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Skipped());
    }

    @ParameterizedTest
    @EnumSource(ConflictAnswer.Rule.class)
    void everyRuleWorksForUploads(ConflictAnswer.Rule rule) throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "whole");
        world.add(world.upload("up"));
        world.run();
        world.asked.getFirst().with(rule, false);
        world.run();

        assertThat(world.server.content("up"))
                .isEqualTo(
                        switch (rule) {
                            case OVERWRITE, RESUME -> "whole content";
                            case RENAME, SKIP -> "whole";
                        });
        assertThat(world.server.content("up (2)"))
                .isEqualTo(rule == ConflictAnswer.Rule.RENAME ? "whole content" : null);
        assertThat(world.server.files.keySet().toString()).doesNotContain("twinport-part");
        assertThat(world.total().failed()).isZero();
    }

    @Test
    void anUploadThatIsNotTheSameContentIsNotResumed() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "other");
        world.add(world.upload("up"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.RESUME, false);
        world.run();

        assertThat(world.state("up")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.server.content("up")).isEqualTo("other");
    }

    @Test
    void aServerThatDoesNotRenameOverAFileLosesItOnlyWhenTheNewOneIsComplete() throws Exception {
        Files.writeString(folder.resolve("up"), "whole content");
        world.server.file("up", "old").failing("RNTO", FakeServer.refused(550));
        world.add(world.upload("up"));
        world.run();
        world.asked.getFirst().with(ConflictAnswer.Rule.OVERWRITE, false);
        world.run();

        assertThat(world.server.content("up")).isEqualTo("whole content");
        assertThat(world.server.log.indexOf("DELE /up"))
                .isGreaterThan(world.server.log.indexOf("STOR /" + TemporaryName.of("up")));
    }
}
