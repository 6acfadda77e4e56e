// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Symbolic links of servers, which lead to files and folders, some of them in circles. */
class FollowedLinksTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void areEnteredAsLongAsThatHasAnEnd(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Path shared = Files.createDirectories(server.root().resolve("shared/sub"));
            Files.writeString(shared.resolve("file"), "content");
            Path tree = Files.createDirectories(server.root().resolve("tree"));
            Files.createSymbolicLink(tree.resolve("folder link"), Path.of("../shared"));
            Files.createSymbolicLink(tree.resolve("file link"), Path.of("../shared/sub/file"));
            Files.createSymbolicLink(tree.resolve("itself"), Path.of("."));
            Files.createSymbolicLink(tree.resolve("above"), Path.of(".."));
            Files.createSymbolicLink(shared.resolve("circle"), Path.of("../../tree"));
            server.adopt();
            String url = "ftp://test:test@127.0.0.1:" + server.port() + "/tree";
            Shell shell = new Shell(folder.resolve("profile"));
            Path back = folder.resolve("back");

            assertThat(shell.run("mirror", "--dry-run", url, back))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.out()).contains("2 new files");
            assertThat(shell.run("mirror", url, back)).as(shell::all).isZero();

            assertThat(back.resolve("folder link/sub/file")).hasContent("content");
            assertThat(back.resolve("file link")).hasContent("content");
            assertThat(back.toFile().list()).containsExactlyInAnyOrder("folder link", "file link");
            assertThat(back.resolve("folder link/sub").toFile().list()).containsExactly("file");
            assertThat(shell.err()).contains("itself", "above", "circle");

            assertThat(shell.run("mirror", "--links=skip", url, folder.resolve("bare")))
                    .as(shell::all)
                    .isZero();
            assertThat(folder.resolve("bare")).isEmptyDirectory();
        }
    }
}
