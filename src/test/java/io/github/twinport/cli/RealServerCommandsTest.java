// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.transfer.SampleTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands against real servers. */
class RealServerCommandsTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("no profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"VSFTPD,PLAIN,ftp", "VSFTPD,EXPLICIT_TLS,ftpes", "PROFTPD,PLAIN,ftp", "PROFTPD,IMPLICIT_TLS,ftps"})
    void foldersWithOddNamesGoBothWaysUnchanged(ServerKind kind, Security security, String protocol) throws Exception {
        RealServer.assume(kind);
        Path tree = folder.resolve("tree #1");
        SampleTree.make(tree);
        Files.writeString(tree.resolve(SampleTree.BACKSLASH), "no separator here");
        try (var server = RealServer.start(kind, RealServer.Options.of(security))) {
            String url = protocol + "://test@127.0.0.1:" + server.port() + "/up";

            assertThat(shell.run("put", "--insecure", "--jobs", 3, tree, url))
                    .as(shell::all)
                    .isZero();
            assertThat(SampleTree.fingerprint(server.root().resolve("up/tree #1"), true))
                    .isEqualTo(SampleTree.fingerprint(tree, true));
            assertThat(shell.run("get", "--insecure", url + "/tree%20%231", folder.resolve("back")))
                    .as(shell::all)
                    .isZero();
            assertThat(SampleTree.fingerprint(folder.resolve("back/tree #1"), true))
                    .isEqualTo(SampleTree.fingerprint(tree, true));
            assertThat(shell.run("mirror", "--insecure", tree, url + "/tree%20%231"))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.out()).startsWith("No files transferred");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void nothingIsDeletedThroughALink(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Path kept = Files.createDirectories(server.root().resolve("kept/inside"));
            Files.writeString(kept.resolve("file"), "precious");
            Path doomed = Files.createDirectories(server.root().resolve("doomed/sub"));
            Files.writeString(doomed.resolve("file"), "rubbish");
            Files.createSymbolicLink(doomed.resolve("link"), Path.of("../../kept"));
            Files.createSymbolicLink(doomed.resolve("file link"), Path.of("../../kept/inside/file"));
            server.adopt();
            String url = "ftp://test@127.0.0.1:" + server.port();

            assertThat(shell.run("rm", "--recursive", url + "/doomed"))
                    .as(() -> shell.all() + server.log())
                    .isZero();

            assertThat(server.root().resolve("doomed")).doesNotExist();
            assertThat(kept.resolve("file")).hasContent("precious");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aMirrorDeletesLinksAndNotWhatTheyLeadTo(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("new"), "new");
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Path kept = Files.createDirectories(server.root().resolve("kept"));
            Files.writeString(kept.resolve("file"), "precious");
            Path target = Files.createDirectories(server.root().resolve("target/sub"));
            Files.writeString(target.resolve("file"), "rubbish");
            Files.createSymbolicLink(target.resolve("link"), Path.of("../../kept"));
            Files.createSymbolicLink(target.resolve("file link"), Path.of("../../kept/file"));
            server.adopt();
            String url = "ftp://test@127.0.0.1:" + server.port();

            assertThat(shell.run("mirror", "--delete", "--yes", source, url + "/target"))
                    .as(() -> shell.all() + server.log())
                    .isZero();

            assertThat(target).doesNotExist();
            assertThat(server.root().resolve("target/new")).hasContent("new");
            assertThat(kept.resolve("file")).hasContent("precious");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD"})
    void hashesByTheServerOrHere(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Files.writeString(server.root().resolve("a b"), "hello");
            server.adopt();
            assertThat(shell.run("hash", "ftp://test@127.0.0.1:" + server.port() + "/a%20b"))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.out()).endsWith("  /a b\n");
            assertThat(shell.out()).startsWith("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
            assertThat(shell.err()).contains(kind == ServerKind.VSFTPD ? "computed here" : "computed by the server");
        }
    }
}
