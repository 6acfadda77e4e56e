// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --if-exists rename} with {@code --rename-pattern}. */
class RenamePatternCommandTest {

    @TempDir
    Path folder;

    @Test
    void newNamesFollowThePattern() throws Exception {
        Path served = Files.createDirectories(folder.resolve("served"));
        Files.writeString(served.resolve("a.txt"), "there");
        Path here = Files.createDirectories(folder.resolve("here"));
        Files.writeString(here.resolve("a.txt"), "here");
        Shell shell = new Shell(folder.resolve("profile"));
        try (ApacheServer server = ApacheServer.start(served)) {
            shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
            String url = "ftp://test@127.0.0.1:" + server.port();

            assertThat(shell.run(
                            "get",
                            "--if-exists",
                            "rename",
                            "--rename-pattern",
                            "{name}-{n}{ext}",
                            url + "/a.txt",
                            here))
                    .as(shell::all)
                    .isZero();
            assertThat(here.resolve("a.txt")).hasContent("here");
            assertThat(here.resolve("a-2.txt")).hasContent("there");
        }
    }

    @Test
    void aWrongPatternIsAWrongCommandLine() {
        Shell shell = new Shell(folder.resolve("profile"));

        assertThat(shell.run("get", "--rename-pattern", "{name}/{n}", "ftp://127.0.0.1:9/a"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(shell.all()).contains("{name}/{n}").contains("Not possible in names");
    }
}
