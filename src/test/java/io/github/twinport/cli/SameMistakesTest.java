// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same mistake is told in the same words by all commands. */
class SameMistakesTest {

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree().file("/sub/a", "aaa");
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("no profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "rm", "rm --dry-run", "hash", "get", "mv"})
    void whatIsNotThereIsToldSo(String command) {
        for (String path : new String[] {"/nix", "/sub/nix", "/no/nix"}) {
            assertThat(run(tree.responder(), command, path)).isEqualTo(1);
            assertThat(shell.err()).contains("There is no " + path + " on the server.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "rm", "hash", "mv"})
    void whereNothingIsShownTheServersWordsStand(String command) {
        assertThat(run(tree.responder().on("MLSD", "550 not for you"), command, "/sub/nix"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("The server refused").doesNotContain("There is no");
    }

    @Test
    void aFolderThatExistsIsNotMadeAgain() {
        assertThat(run(tree.responder(), "mkdir", "/sub")).isEqualTo(1);
        assertThat(shell.err()).contains("/sub exists already.").doesNotContain("550");
    }

    @Test
    void aFolderHasNoDigest() {
        assertThat(run(tree.responder().on("RETR", "550 not a plain file"), "hash", "/sub"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("/sub is a folder: only files have a digest.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "put ftp://127.0.0.1/x"})
    void putSaysWhatItNeeds(String line) {
        assertThat(shell.run((Object[]) line.split(" "))).isEqualTo(2);
        assertThat(shell.err()).contains("put needs at least one local file or folder, and after it the URL");
    }

    private int run(Responder responder, String command, String path) {
        try (var server = ScriptedServer.startForEach(responder)) {
            String url = "ftp://test:test@" + server.host() + ":" + server.port() + path;
            return switch (command) {
                case "mv" -> shell.run("mv", url, "new");
                case "get" -> shell.run("get", url, folder);
                case "rm --dry-run" -> shell.run("rm", "--dry-run", url);
                default -> shell.run(command, url);
            };
        }
    }
}
