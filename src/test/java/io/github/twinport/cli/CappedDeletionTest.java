// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror that would delete most of its target, or very much, asks again; with --yes it needs the number. */
class CappedDeletionTest {

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree();
    private Path local;
    private Shell shell;
    private ScriptedServer server;
    private String url;

    @BeforeEach
    void open() throws IOException {
        local = Files.createDirectory(folder.resolve("local"));
        shell = new Shell(folder.resolve("no profile"));
        server = ScriptedServer.startForEach(tree.responder());
        url = "ftp://test:test@" + server.host() + ":" + server.port() + "/to";
        tree.file("/to/kept", "k");
        Files.writeString(local.resolve("kept"), "k");
        for (int i = 0; i < 12; i++) {
            Files.writeString(local.resolve("extra" + i), "x");
            tree.file("/to/more" + i, "y");
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void yesDoesNotMeanMostOfTheTargetHere() throws IOException {
        assertThat(shell.run("mirror", "--delete", "--yes", url, local)).isEqualTo(1);
        assertThat(shell.err()).contains("12 of the 13 entries").contains("--max-delete 12");
        assertThat(count()).isEqualTo(13);
        assertThat(local.resolve("more1")).as("nothing is done at all").doesNotExist();

        assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", 11, url, local))
                .isEqualTo(1);
        assertThat(count()).isEqualTo(13);

        assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", 12, url, local))
                .as(shell::all)
                .isZero();
        assertThat(count()).isEqualTo(13);
        assertThat(local.resolve("extra1")).doesNotExist();
    }

    @Test
    void yesDoesNotMeanMostOfTheTargetThere() {
        assertThat(shell.run("mirror", "--delete", "--yes", "--json", local, url))
                .isEqualTo(1);
        assertThat(tree.files).containsKey("/to/more1").doesNotContainKey("/to/extra1");
        assertThat(shell.json().getLast().path("what").asString()).contains("12 of the 13 entries");

        assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", 100, local, url))
                .as(shell::all)
                .isZero();
        assertThat(tree.files).doesNotContainKey("/to/more1").containsKey("/to/extra1");
    }

    @Test
    void aPersonIsAskedASecondTime() throws IOException {
        assertThat(shell.typing("n").run("mirror", "--delete", url, local)).isEqualTo(1);
        assertThat(shell.prompt()).startsWith("Delete 12 entries");
        assertThat(shell.typing("y").run("mirror", "--delete", url, local))
                .as(shell::all)
                .isZero();
        assertThat(shell.prompt()).contains("12 of the 13 entries").contains("unusual");
        assertThat(local.resolve("extra1")).doesNotExist();
    }

    @Test
    void aSmallPartIsAskedAboutOnce() throws IOException {
        for (int i = 1; i < 12; i++) {
            tree.file("/to/extra" + i, "x");
        }
        assertThat(shell.typing("y").run("mirror", "--delete", url, local))
                .as(shell::all)
                .isZero();
        assertThat(shell.prompt()).startsWith("Delete 1 entry");
        assertThat(local.resolve("extra0")).doesNotExist();
        assertThat(local.resolve("extra1")).exists();
    }

    @Test
    void aNumberBelowZeroMakesNoSense() {
        assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", -1, url, local))
                .isEqualTo(2);
        assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", "many", url, local))
                .isEqualTo(2);
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(local)) {
            return files.count();
        }
    }
}
