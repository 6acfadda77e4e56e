// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name may be written with whole letters (NFC) or with accents of their own (NFD, as on macOS). */
class AccentFormsTest {

    private static final String WHOLE = "\u00C4rger.txt";
    private static final String APART = Normalizer.normalize(WHOLE, Normalizer.Form.NFD);
    private static final Instant THEN = Instant.parse("2020-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private Shell shell;
    private Path local;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
        local = Files.createDirectories(folder.resolve("local"));
    }

    private static void write(Path file) throws IOException {
        Files.writeString(file, "same content");
        Files.setLastModifiedTime(file, FileTime.from(THEN));
    }

    private void succeeds(Object... command) {
        assertThat(shell.run(command)).as(shell::all).isZero();
    }

    private void transfersNothing(Object... command) {
        succeeds(command);
        assertThat(shell.out()).as(shell::all).contains("No files transferred").doesNotContain("deleted");
    }

    @ParameterizedTest
    @EnumSource(names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aServerThatTellsThemApartGetsEachOnceAndLosesNone(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        write(local.resolve(WHOLE));
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Path there = Files.createDirectories(server.root().resolve("up"));
            write(there.resolve(APART));
            server.adopt();
            String url = "ftp://test@127.0.0.1:" + server.port() + "/up/";

            succeeds("mirror", "--delete", "--yes", local, url);
            assertThat(there.resolve(APART)).hasContent("same content");
            transfersNothing("mirror", "--delete", "--yes", local, url);
            succeeds("mirror", "--delete", "--yes", url, local);
            transfersNothing("mirror", "--delete", "--yes", url, local);
            transfersNothing("mirror", "--delete", "--yes", local, url);
            assertThat(there.resolve(WHOLE)).hasContent("same content");
            assertThat(local.resolve(WHOLE)).hasContent("same content");
            assertThat(local.resolve(APART)).hasContent("same content");
        }
    }

    /** As servers on macOS did. */
    @Test
    void aServerThatKeepsTheOtherFormHasTheFile() throws IOException {
        ScriptedTree tree = new ScriptedTree().folder("/up");
        tree.storedAs = path -> Normalizer.normalize(path, Normalizer.Form.NFD);
        write(local.resolve(WHOLE));
        try (var server = ScriptedServer.startForEach(tree.responder())) {
            String url = "ftp://test@127.0.0.1:" + server.port() + "/up/";

            succeeds("mirror", "--delete", "--yes", local, url);
            assertThat(tree.files).containsOnlyKeys("/up/" + APART);
            transfersNothing("mirror", local, url);
            transfersNothing("mirror", "--delete", "--yes", local, url);
            succeeds("mirror", "--dry-run", local, url);
            assertThat(shell.out()).doesNotContain("rger");
            assertThat(tree.files).containsOnlyKeys("/up/" + APART);
        }
    }
}
