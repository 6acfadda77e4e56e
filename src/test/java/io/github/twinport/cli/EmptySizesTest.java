// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that tell a length of 0 for whatever is not there (minimalftp): nothing is concluded from it. */
class EmptySizesTest {

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree().folder("/up");
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
    }

    private Responder responder(boolean facts) {
        Responder responder = tree.responder()
                .on(
                        "SIZE",
                        (s, path) -> s.send(
                                "213 " + tree.files.getOrDefault(path, "").length()));
        return facts
                ? responder.on("MLST", (s, path) -> {
                    if (tree.files.containsKey(path)) {
                        s.sendLines("250-Listing", " type=file;size=0; " + path, "250 End");
                    } else {
                        s.send("550 no such file");
                    }
                })
                : responder;
    }

    private static String url(ScriptedServer server) {
        return "ftp://test:test@" + server.host() + ":" + server.port();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsMissingIsNamedAndLeavesNoFile(boolean facts) throws IOException {
        Path here = Files.createDirectories(folder.resolve("here"));
        try (var server = ScriptedServer.startForEach(responder(facts))) {
            assertThat(shell.run("get", url(server) + "/up/missing", here)).isEqualTo(1);
        }
        assertThat(shell.all()).contains("missing").doesNotContain("Exception");
        assertThat(here).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void emptyFilesAndOthersArrive(boolean facts) throws IOException {
        tree.file("/up/old", "before");
        Path sent = Files.createDirectories(folder.resolve("up"));
        Files.writeString(sent.resolve("empty"), "");
        Files.writeString(sent.resolve("old"), "after it");
        Files.writeString(sent.resolve("new"), "something");
        try (var server = ScriptedServer.startForEach(responder(facts))) {
            assertThat(shell.run("put", "--if-exists", "overwrite", sent, url(server) + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(tree.files)
                    .containsEntry("/up/empty", "")
                    .containsEntry("/up/old", "after it")
                    .containsEntry("/up/new", "something")
                    .hasSize(3);

            Path down = Files.createDirectories(folder.resolve("down"));
            assertThat(shell.run("get", url(server) + "/up", down))
                    .as(shell::all)
                    .isZero();
            assertThat(down.resolve("up/empty")).isEmptyFile();
            assertThat(down.resolve("up/new")).hasContent("something");
        }
    }

    @Test
    void anEmptyFileThatWasNotRenamedHasNotArrived() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "");
        Responder responder = responder(false).on("RNTO", "550 not that name").on("STOR", (s, path) -> {
            s.send("150 go")
                    .data(d -> d.receive(1000))
                    .send(path.equals("/up/empty") ? "553 not that name" : "226 done");
        });
        try (var server = ScriptedServer.startForEach(responder)) {
            assertThat(shell.run("put", empty, url(server) + "/up/"))
                    .as(shell::all)
                    .isEqualTo(1);
        }
        assertThat(tree.files).doesNotContainKey("/up/empty");
    }

    @Test
    void suchAServerIsRemembered() throws IOException {
        try (var server = ScriptedServer.startForEach(responder(false))) {
            shell.run("get", url(server) + "/up/missing", folder);
            shell.run("get", url(server) + "/up/missing", folder);

            assertThat(server.commands().stream().filter(line -> line.startsWith("SIZE /up/none")))
                    .hasSize(1);
        }
    }
}
