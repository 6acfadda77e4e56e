// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that shows two folders and a file in every folder: there is no end, but commands come to one. */
class EndlessTreeCommandsTest {

    private static final String FOLDER =
            String.join("\r\n", "type=file;size=4;modify=20250304050607; f", "type=dir; a", "type=dir; b", "");

    @TempDir
    Path folder;

    private Path local;
    private Shell shell;
    private ScriptedServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        local = Files.createDirectory(folder.resolve("local"));
        shell = new Shell(folder.resolve("profile"));
        server = ScriptedServer.startForEach(Responder.standard()
                .on(
                        "MLSD",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send(FOLDER)).send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("data")).send("226 done"))
                .on("DELE", (s, path) -> s.send(path.endsWith("f") ? "250 gone" : "550 a folder"))
                .on("RMD", "550 not empty"));
        url = "ftp://test:test@" + server.host() + ":" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDownloadEndsInLittleMemory() throws Exception {
        Path output = folder.resolve("output");
        Process command = CommandProcess.start(
                output,
                List.of("-Xmx40m"),
                List.of("get", "--profile", folder.resolve("profile").toString(), url + "/top", local.toString()));
        assertThat(command.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(command.exitValue()).as(() -> read(output)).isEqualTo(1);
        assertThat(read(output)).contains("levels deep").doesNotContain("OutOfMemory");
        assertThat(Files.readString(local.resolve("top/a/b/f"))).isEqualTo("data");
        assertThat(count()).isLessThan(10_000);
    }

    @Test
    void aNumberOfEntriesMayBeEnough() throws Exception {
        assertThat(shell.run("get", "--max-entries", 100, url + "/top", local)).isEqualTo(1);
        assertThat(shell.err()).contains("more than 100 entries").doesNotContain("levels deep");
        assertThat(count()).isLessThan(300);
    }

    @Test
    void aMirrorDeletesNothing() throws Exception {
        Files.writeString(local.resolve("extra"), "mine");
        assertThat(shell.run("mirror", "--delete", "--yes", url + "/top", local))
                .isEqualTo(1);
        assertThat(shell.err()).contains("levels deep").contains("nothing was deleted");
        assertThat(local.resolve("extra")).exists();
        assertThat(local.resolve("f")).hasContent("data");
    }

    @Test
    void aPlanEndsAtItsNumberOfEntries() {
        assertThat(shell.run("mirror", "--dry-run", "--delete", "--max-entries", 100, url + "/top", local))
                .isEqualTo(1);
        assertThat(shell.err()).containsOnlyOnce("more than 100 entries");
    }

    @Test
    void aTargetWithoutEndLosesNothing() throws Exception {
        Files.writeString(local.resolve("f"), "mine");
        assertThat(shell.run("mirror", "--delete", "--dry-run", local, url + "/top"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("levels deep");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("DELE") || command.startsWith("RMD"));
    }

    @Test
    void rmDeletesNothing() {
        assertThat(shell.run("rm", "-r", url + "/top")).isEqualTo(1);
        assertThat(shell.err()).contains("levels deep");
        assertThat(shell.out()).doesNotContain("Deleted");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("DELE") && command.endsWith("/f"));
    }

    @Test
    void noNumberOfEntriesIsNone() {
        assertThat(shell.run("get", "--max-entries", 0, url + "/top", local)).isEqualTo(2);
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.walk(local)) {
            return files.count();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
