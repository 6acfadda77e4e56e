// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Plans, deletions, patterns and links. */
class MirrorTest {

    @TempDir
    Path folder;

    private Path served;
    private Path local;
    private ApacheServer server;
    private Shell shell;
    private String url;

    @BeforeEach
    void start() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        local = Files.createDirectory(folder.resolve("local"));
        server = ApacheServer.start(served);
        shell = new Shell(folder.resolve("no profile"));
        url = "ftp://test:test@" + server.host() + ":" + server.port();
        write(local.resolve("src/a"), "aaa");
        write(local.resolve("src/sub/b"), "bb");
        write(served.resolve("to/a"), "other length");
        write(served.resolve("to/gone"), "12345");
        write(served.resolve("to/old/deep/c"), "c");
        Files.createDirectories(served.resolve("to/old/empty"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void deletesWhatOnlyTheTargetHasAfterShowingIt() {
        assertThat(shell.run("mirror", "--delete", "--yes", local.resolve("src"), url + "/to"))
                .as(shell::all)
                .isZero();

        assertThat(files(served.resolve("to"))).containsExactlyInAnyOrder("a", "sub", "sub/b");
        assertThat(served.resolve("to/a")).hasContent("aaa");
        assertThat(shell.out())
                .containsSubsequence("Plan: ", "2 files transferred", "Deleted /to/old/deep/c", "Deleted /to/old/");
        assertThat(shell.out()).contains("1 new file, 1 file to replace, 1 folder to make, 5 entries to delete");
    }

    @Test
    void deletesOnThisComputerToo() throws IOException {
        write(local.resolve("to/x/y"), "y");
        Files.createSymbolicLink(local.resolve("to/link"), local.resolve("src"));

        assertThat(shell.run("mirror", "--delete", "--yes", url + "/to", local.resolve("to")))
                .as(shell::all)
                .isZero();

        assertThat(files(local.resolve("to"))).containsExactlyInAnyOrderElementsOf(files(served.resolve("to")));
        assertThat(local.resolve("src/a")).as("what the deleted link led to").hasContent("aaa");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHasChangedSinceThePlanIsNotDeleted(boolean up) throws Exception {
        Path source = up ? local.resolve("src") : served.resolve("to");
        Path target = up ? served.resolve("to") : local.resolve("src");
        write(target.resolve("back"), "the source gets it again");
        write(target.resolve("extra"), "somebody works on it");
        write(target.resolve("folder/file"), "somebody adds another");
        write(target.resolve("useless"), "nobody wants it");
        String verb = up ? "STOR" : "RETR";
        server.holdAfter(0, verb);
        Object[] line = up
                ? new Object[] {"mirror", "--delete", "--yes", "--max-delete", 20, source, url + "/to"}
                : new Object[] {"mirror", "--delete", "--yes", "--max-delete", 20, url + "/to", target};
        var code = CompletableFuture.supplyAsync(() -> shell.run(line));
        while (server.commands(verb) == 0 && !code.isDone()) {
            Thread.onSpinWait();
        }
        write(source.resolve("back"), "the source has it again");
        write(target.resolve("extra"), "somebody has worked on it");
        write(target.resolve("folder/other"), "by somebody");
        server.release();

        assertThat(code.get()).as(shell::all).isEqualTo(1);
        assertThat(shell.err()).contains("3 entries have changed since the plan was made and were not deleted.");
        assertThat(target.resolve("back")).exists();
        assertThat(target.resolve("extra")).hasContent("somebody has worked on it");
        assertThat(target.resolve("folder/other")).exists();
        assertThat(target.resolve("folder/file")).doesNotExist();
        assertThat(target.resolve("useless")).doesNotExist();
    }

    @Test
    void tellsThePlanAsJson() {
        assertThat(shell.run("mirror", "--delete", "--dry-run", "--json", local.resolve("src"), url + "/to"))
                .isZero();

        assertThat(shell.json())
                .filteredOn(event -> text(event, "event").equals("plan"))
                .extracting(event -> text(event, "action") + " " + text(event, "kind") + " " + text(event, "path"))
                .containsExactlyInAnyOrder(
                        "replace file a",
                        "folder folder sub",
                        "transfer file sub/b",
                        "delete file gone",
                        "delete file old/deep/c",
                        "delete folder old/deep",
                        "delete folder old/empty",
                        "delete folder old");
        JsonNode sums = shell.json().getLast();
        assertThat(text(sums, "event")).isEqualTo("planSummary");
        assertThat(sums.path("bytes").asInt()).isEqualTo(5);
        assertThat(sums.path("deletedBytes").asInt()).isEqualTo(6);
        assertThat(sums.path("delete").asInt()).isEqualTo(5);
        assertThat(served.resolve("to/gone")).exists();
        assertThat(served.resolve("to/sub")).doesNotExist();
    }

    @Test
    void asksThePersonAtTheTerminal() {
        assertThat(shell.typing("n").run("mirror", "--delete", local.resolve("src"), url + "/to"))
                .isEqualTo(1);
        assertThat(shell.prompt()).isEqualTo("Delete 5 entries in /to? [y/N] ");
        assertThat(shell.err()).contains("Nothing was changed.");
        assertThat(served.resolve("to/sub")).doesNotExist();
        assertThat(served.resolve("to/gone")).exists();

        assertThat(shell.typing("y").run("mirror", "--delete", local.resolve("src"), url + "/to"))
                .isZero();
        assertThat(served.resolve("to/gone")).doesNotExist();
    }

    @Test
    void deletesNothingUnaskedWhereNobodyCanBeAsked() {
        assertThat(shell.run("mirror", "--delete", local.resolve("src"), url + "/to"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--yes");
        assertThat(served.resolve("to/gone")).exists();
        assertThat(served.resolve("to/sub")).doesNotExist();
    }

    @Test
    void anEmptySourceEmptiesTheTargetOnlyWhereThatIsSaid() throws IOException {
        Path empty = Files.createDirectory(local.resolve("empty"));

        assertThat(shell.run("mirror", "--delete", "--yes", empty, url + "/to")).isEqualTo(1);
        assertThat(shell.err()).contains("everything in /to would be deleted").contains("--delete-all");
        assertThat(served.resolve("to/gone")).exists();

        assertThat(shell.run("mirror", "--delete-all", "--yes", empty, url + "/to"))
                .as(shell::all)
                .isZero();
        assertThat(served.resolve("to")).isEmptyDirectory();
    }

    @Test
    void aSourceThatIsNotThereDeletesNothing() throws IOException {
        write(local.resolve("to/x"), "x");
        assertThat(shell.run("mirror", "--delete-all", "--yes", url + "/nowhere", local.resolve("to")))
                .isEqualTo(1);
        assertThat(local.resolve("to/x")).exists();
    }

    @Test
    void aSourceThatCannotBeListedWholeDeletesNothing() throws IOException {
        // Its paths are longer than any system takes, which stops the superuser too.
        Path bottom = deep(local.resolve("src/deep"));
        Path tooDeep = bottom.resolve("below");
        Path below = local.resolve("below");
        deep(below);
        Files.move(below, tooDeep);
        try {
            assertThat(shell.run("mirror", "--delete", "--yes", local.resolve("src"), url + "/to"))
                    .isEqualTo(1);
        } finally {
            Files.move(tooDeep, below);
        }

        assertThat(served.resolve("to/gone")).exists();
        assertThat(shell.err()).contains("nothing was deleted");
    }

    /** Makes folders in each other; the last of them. */
    private static Path deep(Path top) throws IOException {
        Path bottom = top;
        for (int i = 0; i < 12; i++) {
            bottom = bottom.resolve("x".repeat(200));
        }
        return Files.createDirectories(bottom);
    }

    @Test
    void nothingIsDeletedWhenATransferFails() throws IOException {
        Files.createDirectories(served.resolve("to/sub/b"));

        assertThat(shell.run("mirror", "--delete", "--yes", local.resolve("src"), url + "/to"))
                .isEqualTo(1);

        assertThat(served.resolve("to/gone")).exists();
        assertThat(shell.err()).contains("nothing was deleted");
    }

    @Test
    void whatIsExcludedIsNeitherTransferredNorDeleted() throws IOException {
        write(local.resolve("src/x.tmp"), "x");
        write(local.resolve("src/cache/y"), "y");
        write(served.resolve("to/old/keep.tmp"), "k");
        write(served.resolve("to/cache/z"), "z");

        assertThat(shell.run(
                        "mirror",
                        "--delete",
                        "--yes",
                        "--exclude",
                        "*.tmp",
                        "--exclude=cache/",
                        local.resolve("src"),
                        url + "/to"))
                .as(shell::all)
                .isZero();

        assertThat(files(served.resolve("to")))
                .containsExactlyInAnyOrder("a", "sub", "sub/b", "old", "old/keep.tmp", "cache", "cache/z");
    }

    @Test
    void takesOnlyWhatIsIncluded() throws IOException {
        write(served.resolve("to/one.jpg"), "1");
        write(served.resolve("to/old/two.jpg"), "2");

        assertThat(shell.run("get", "--include=*.jpg", "--exclude", "deep", url + "/to", local))
                .as(shell::all)
                .isZero();

        assertThat(files(local.resolve("to"))).containsExactlyInAnyOrder("one.jpg", "old", "old/two.jpg", "old/empty");
    }

    @Test
    void aPatternWithoutMeaningIsRefused() {
        assertThat(shell.run("get", "--exclude", "[a", url + "/to", local)).isEqualTo(2);
        assertThat(shell.err()).contains("“[a” is not a pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "put", "mirror"})
    void aDryRunTransfersNothing(String command) throws IOException {
        Object source = command.equals("put") ? local.resolve("src") : url + "/to";
        Object target = command.equals("put") ? url + "/new" : local.resolve("to");

        assertThat(shell.run(command, "--dry-run", source, target))
                .as(shell::all)
                .isZero();

        assertThat(served.resolve("new")).doesNotExist();
        assertThat(local.resolve("to")).doesNotExist();
        assertThat(shell.out()).contains("Plan: ").contains(command.equals("put") ? "src/sub/b" : "old/deep/c");
    }

    @Test
    void aDryRunOfOneFileFollowsTheRuleForExistingFiles() throws IOException {
        write(local.resolve("a"), "aaa");

        assertThat(shell.run("put", "--dry-run", local.resolve("a"), url + "/to"))
                .isZero();
        assertThat(shell.out()).startsWith("replace        3 B  a\nPlan: 1 file to replace, 3 B to upload.");
        assertThat(shell.run("get", "--dry-run", "--if-exists=skip", url + "/to/a", local))
                .isZero();
        assertThat(shell.out()).startsWith("Plan: nothing to do, 1 left alone.");
    }

    @Test
    void linksAreFollowedOrLeftOut() throws IOException {
        Files.createSymbolicLink(local.resolve("src/link"), Path.of("sub"));
        Files.createSymbolicLink(local.resolve("src/loop"), Path.of(".."));

        assertThat(shell.run("mirror", local.resolve("src"), url + "/followed")).isZero();
        assertThat(files(served.resolve("followed"))).containsExactlyInAnyOrder("a", "sub", "sub/b", "link", "link/b");
        assertThat(shell.run("mirror", "--links=skip", local.resolve("src"), url + "/left"))
                .isZero();
        assertThat(files(served.resolve("left"))).containsExactlyInAnyOrder("a", "sub", "sub/b");
        assertThat(shell.run("mirror", "--links=copy", local.resolve("src"), url + "/copied"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("FTP cannot make links");
    }

    private static List<String> files(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(JsonNode event, String name) {
        return event.path(name).asString();
    }
}
