// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that answer 257 to MKD of a folder that exists (ftp-srv of npm): what is in it is seen all the same. */
class MadeFolderTest {

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree();
    private Path source;
    private Shell shell;
    private ScriptedServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        shell = new Shell(folder.resolve("no profile"));
        server = ScriptedServer.startForEach(tree.responder().on("MKD", (s, path) -> {
            tree.folder(path);
            s.send("257 made");
        }));
        url = "ftp://test:test@" + server.host() + ":" + server.port();
        source = Files.createDirectories(folder.resolve("up/sub"));
        write("up/a");
        write("up/sub/b");
        tree.file("/up/a", "newer content").file("/up/sub/b", "newer content");
        tree.times.put("/up/a", "20300102030405");
        tree.times.put("/up/sub/b", "20300102030405");
    }

    private void write(String path) throws IOException {
        Files.writeString(folder.resolve(path), "old");
        Files.setLastModifiedTime(folder.resolve(path), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"put,skip", "put,newer", "put,rename", "put,resume", "mirror,skip", "mirror,newer", "mirror,rename"})
    void nothingNewerIsReplaced(String command, String rule) {
        String target = command.equals("put") ? url + "/" : url + "/up";
        shell.run(command, "--if-exists", rule, source.getParent(), target);

        assertThat(tree.files).containsEntry("/up/a", "newer content").containsEntry("/up/sub/b", "newer content");
        assertThat(tree.files.size()).as(shell::all).isEqualTo(rule.equals("rename") ? 4 : 2);
    }

    @Test
    void oneFolderAmongNewOnesIsSeenToo() throws IOException {
        Files.createDirectories(folder.resolve("up/x"));
        Files.createDirectories(folder.resolve("up/y"));
        write("up/x/c");
        assertThat(shell.run("put", "--if-exists", "skip", source.getParent(), url + "/"))
                .as(shell::all)
                .isZero();

        assertThat(tree.files).containsEntry("/up/sub/b", "newer content").containsEntry("/up/x/c", "old");
        assertThat(server.commands().stream().filter(line -> line.startsWith("MLSD")))
                .as("folders that were missing from a whole listing are empty")
                .hasSize(2);
    }

    @Test
    void aFolderThatAShortListingLeavesOutIsNotEmpty() {
        tree.says("/up", "226 Output truncated to 1 matches");
        tree.unseen.add("/up/sub");
        shell.run("put", "--if-exists", "skip", source.getParent(), url + "/");

        assertThat(tree.files).containsEntry("/up/sub/b", "newer content");
    }
}
