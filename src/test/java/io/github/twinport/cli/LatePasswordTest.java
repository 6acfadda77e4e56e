// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is asked for a password before the server asks for one. */
class LatePasswordTest {

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree();
    private Shell shell;
    private Path source;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder.resolve("profile"));
        source = Files.createDirectories(folder.resolve("up"));
        for (int i = 0; i < 12; i++) {
            Files.writeString(source.resolve("file" + i), "content " + i);
        }
    }

    private static String url(ScriptedServer server) {
        return "ftp://me@" + server.host() + ":" + server.port() + "/";
    }

    @Test
    void aServerThatLetsTheUserInAtOnceNeedsNone() {
        try (var server = ScriptedServer.startForEach(tree.responder().on("USER", "230 come in"))) {
            assertThat(shell.typing("secret").run("put", source, url(server)))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.prompt()).isNull();
            assertThat(server.commands()).noneMatch(line -> line.startsWith("PASS"));
        }
        assertThat(tree.files).hasSize(12);
    }

    @Test
    void itNeedsNoneWithoutATerminalEither() {
        try (var server = ScriptedServer.startForEach(tree.responder().on("USER", "230 come in"))) {
            assertThat(shell.run("ls", url(server))).as(shell::all).isZero();
        }
    }

    @Test
    void withoutATerminalAPasswordThatIsWantedIsMissing() {
        try (var server = ScriptedServer.startForEach(tree.responder())) {
            assertThat(shell.run("put", source, url(server))).isEqualTo(4);
            assertThat(shell.err()).contains("There is no password for me: set TWINPORT_PASSWORD.");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("PASS"));
        }
        assertThat(tree.files).isEmpty();
    }

    @Test
    void whatWasTypedOnceServesAllConnections() {
        try (var server = ScriptedServer.startForEach(tree.responder())) {
            assertThat(shell.typing("secret").run("put", "--jobs", "4", source, url(server)))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.prompts()).isEqualTo(1);
            assertThat(server.commands().stream().filter(line -> line.startsWith("PASS")))
                    .isNotEmpty()
                    .allMatch("PASS secret"::equals);
        }
        assertThat(tree.files).hasSize(12);
        assertThat(shell.all()).doesNotContain("secret");
    }
}
