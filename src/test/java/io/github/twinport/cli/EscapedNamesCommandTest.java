// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that cannot stand on this computer as they are go back to the server under the names that they had there. */
class EscapedNamesCommandTest {

    /** Bytes that are no UTF-8 in the name of a file and of a folder, and names that look like escapes. */
    private static final String MAKE = """
            printf one > "$(printf 'B\\374r.txt')"
            printf two > %41
            printf three > caf%C3%A9.txt
            mkdir "$(printf 'Caf\\351')"
            printf four > "$(printf 'Caf\\351')/menü.txt"
            for i in 1 2 3 4 5; do printf $i > plain$i; done
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("no profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
    }

    @Test
    void aMirrorThereAndBackChangesNoName() throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN))) {
            run(server.root(), MAKE);
            server.adopt();
            String before = run(
                    server.root(), "find . -type f | LC_ALL=C sort | od -An -tx1; LC_ALL=C cat */* *.txt %41 plain*");
            String url = "ftp://test@127.0.0.1:" + server.port() + "/";
            Path here = folder.resolve("here");

            for (int round = 0; round < 2; round++) {
                assertThat(shell.run("mirror", url, here)).as(shell::all).isZero();
                assertThat(shell.run("mirror", "--delete", "--yes", here, url))
                        .as(shell::all)
                        .isZero();
                assertThat(shell.out()).as(shell::all).startsWith("Plan: nothing to do");
            }

            assertThat(run(
                            server.root(),
                            "find . -type f | LC_ALL=C sort | od -An -tx1; LC_ALL=C cat */* *.txt %41 plain*"))
                    .isEqualTo(before);
        }
    }

    @Test
    void aChangedFileReplacesTheOneThatItCameFrom() throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN))) {
            run(server.root(), MAKE);
            server.adopt();
            String names = run(server.root(), "find . -type f | LC_ALL=C sort | od -An -tx1");
            String url = "ftp://test@127.0.0.1:" + server.port() + "/";
            Path here = folder.resolve("here");
            assertThat(shell.run("mirror", url, here)).as(shell::all).isZero();
            Files.writeString(here.resolve("B%FCr.txt"), "changed");
            Files.writeString(here.resolve("Caf%E9/menü.txt"), "changed, too");

            assertThat(shell.run("mirror", here, url)).as(shell::all).isZero();

            assertThat(run(server.root(), "find . -type f | LC_ALL=C sort | od -An -tx1"))
                    .isEqualTo(names);
            assertThat(run(server.root(), "LC_ALL=C cat B*r.txt Caf*/*")).isEqualTo("changedchanged, too");
        }
    }

    private static String run(Path folder, String script) throws Exception {
        Process process = new ProcessBuilder(List.of("/bin/bash", "-e", "-c", script))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
