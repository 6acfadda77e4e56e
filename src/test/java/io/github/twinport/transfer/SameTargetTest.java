// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two sources for one target: neither is lost, and nobody is told that both have arrived. */
class SameTargetTest {

    private static final String COMPOSED = "\u00e9";
    private static final String DECOMPOSED = "e\u0301";

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExistingRule.class,
            names = {"CHANGED", "OVERWRITE", "NEWER", "SIZE", "DIFFERENT", "RESUME"})
    void theSecondOfOneNameFailsBeforeAnythingMoves(ExistingRule rule) throws IOException {
        world.add(upload("a/r.csv", "r.csv", rule), upload("b/r.csv", "r.csv", rule));

        assertThat(failure(1)).contains("a/r.csv", "b/r.csv");
        world.run();
        assertThat(world.server.content("r.csv")).isEqualTo("content of a/r.csv");
    }

    @Test
    void bothAreKeptWhereTheRuleIsToRename() throws IOException {
        world.add(upload("a/r.csv", "r.csv", ExistingRule.RENAME), upload("b/r.csv", "r.csv", ExistingRule.RENAME));
        finish();

        assertThat(List.of(world.server.content("r.csv"), world.server.content("r (2).csv")))
                .containsExactlyInAnyOrder("content of a/r.csv", "content of b/r.csv");
    }

    @Test
    void theUserIsAskedWhereThatIsTheRule() throws IOException {
        world.add(upload("a/r.csv", "r.csv", ExistingRule.ASK), upload("b/r.csv", "r.csv", ExistingRule.ASK));
        finish();

        assertThat(world.queue.conflicts()).hasSize(1);
        assertThat(world.total().done()).isEqualTo(1);
        world.decide(Decision.OVERWRITE);
        assertThat(world.total().done()).isEqualTo(2);
    }

    @Test
    void foldersOfOneNameDoNotBecomeOne() throws IOException {
        write("a/data/x");
        write("b/data/x");
        world.add(folder("a/data", "data"), folder("b/data", "data"));
        finish();

        assertThat(failure(-1)).contains("a/data", "b/data");
        assertThat(world.server.content("data/x")).isEqualTo("content of a/data/x");
    }

    @ParameterizedTest
    @CsvSource({"README,readme", COMPOSED + "," + DECOMPOSED})
    void namesThatAServerTakesForTheSameAreFoundInAFolder(String one, String other) throws IOException {
        world.server.ignoresCase = true;
        write("tree/" + one);
        write("tree/" + other);
        world.add(folder("tree", "tree"));
        finish();

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(failure(-1)).contains("one would replace the other");
        assertThat(world.server.files).hasSize(1);
    }

    @Test
    void aServerThatTellsThemApartGetsBoth() throws IOException {
        write("tree/README");
        write("tree/readme");
        write("tree/Sub/x");
        write("tree/sub/x");
        world.add(folder("tree", "tree"));
        finish();

        assertThat(world.total().failed()).isZero();
        assertThat(world.server.content("tree/README")).isEqualTo("content of tree/README");
        assertThat(world.server.content("tree/readme")).isEqualTo("content of tree/readme");
        assertThat(world.server.content("tree/Sub/x")).isEqualTo("content of tree/Sub/x");
        assertThat(world.server.content("tree/sub/x")).isEqualTo("content of tree/sub/x");
    }

    @Test
    void foldersThatAServerTakesForTheSameAreNotMixed() throws IOException {
        world.server.ignoresCase = true;
        write("tree/Sub/x");
        write("tree/sub/x");
        world.add(folder("tree", "tree"));
        finish();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.server.files).hasSize(1);
        String there = world.server.files.keySet().iterator().next().toString();
        assertThat(world.server.content(there)).isEqualTo("content of " + there.substring(1));
    }

    @Test
    void namesThatAServerTakesForTheSameAreFoundAmongWhatIsAskedFor() throws IOException {
        world.server.ignoresCase = true;
        world.add(upload("a/README", "README", ExistingRule.CHANGED));
        world.add(upload("b/readme", "readme", ExistingRule.CHANGED));
        finish();

        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.server.files).hasSize(1);
    }

    @Test
    void anExistingFileOfTheVeryNameIsComparedAsEver() throws IOException {
        world.server.ignoresCase = true;
        world.server.file("tree/README", "old");
        write("tree/README");
        world.add(folder("tree", "tree"));
        finish();

        assertThat(world.total().failed()).isZero();
        assertThat(world.server.content("tree/README")).isEqualTo("content of tree/README");
    }

    @Test
    void jobsThatOverlapLookAtTheTargetInTheLastMoment() throws IOException {
        write("tree/x");
        world.add(folder("tree", "tree", ExistingRule.ASK));
        world.step();
        world.add(upload("other", "tree/x", ExistingRule.ASK));
        finish();

        assertThat(world.queue.conflicts()).hasSize(1);
        assertThat(world.total().done()).isEqualTo(1);
    }

    @Test
    void whatIsTriedAgainLongAfterIsComparedWithWhatIsThereThen() throws IOException {
        write("tree/x");
        write("tree/y");
        IOException refused = FakeServer.refused(551);
        // Other forms of names are tried, too.
        world.server.failing("STOR", Collections.nCopies(20, refused).toArray(IOException[]::new));
        world.add(folder("tree", "tree", ExistingRule.ASK));
        finish();
        assertThat(world.total().failed()).isEqualTo(2);

        world.server.failures.clear();
        world.server.file("tree/x", "somebody’s");
        world.server.file("tree/y", "somebody’s");
        world.queue.retryFailed();
        finish();

        assertThat(world.queue.conflicts()).hasSize(2);
        assertThat(world.server.content("tree/x")).isEqualTo("somebody’s");
    }

    private void finish() {
        world.run();
        for (int i = 0; i < 10 && world.total().waiting() > 0; i++) {
            world.pass(Duration.ofSeconds(1));
        }
    }

    /** The explanation of the row at a place of the list, or of the first that has failed for -1. */
    private String failure(int place) {
        List<TransferItem> items = world.queue.snapshot().items();
        TransferItem item = place >= 0
                ? items.get(place)
                : items.stream()
                        .filter(each -> each.state() instanceof TransferState.Failed)
                        .reduce((one, other) -> other)
                        .orElseThrow();
        return ((TransferState.Failed) item.state()).explanation().what();
    }

    private TransferRequest upload(String local, String remote, ExistingRule rule) throws IOException {
        write(local);
        return request(local, remote, false, rule);
    }

    private TransferRequest folder(String local, String remote) {
        return folder(local, remote, ExistingRule.CHANGED);
    }

    private TransferRequest folder(String local, String remote, ExistingRule rule) {
        return request(local, remote, true, rule);
    }

    private TransferRequest request(String local, String remote, boolean isFolder, ExistingRule rule) {
        return new TransferRequest(
                        world.connection,
                        Direction.UPLOAD,
                        folder.resolve(local),
                        RemotePath.of(remote),
                        isFolder,
                        isFolder ? -1 : folder.resolve(local).toFile().length())
                .withRules(TransferRules.DEFAULT.withExisting(rule));
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content of " + name);
    }
}
