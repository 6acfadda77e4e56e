// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLSD of ProFTPD shows links without what they lead to. */
class UntoldLinksTest {

    @TempDir
    Path folder;

    @Test
    void aLinkWhoseTargetIsNotToldIsNotMadeAndSaidToBeSo() throws Exception {
        RealServer.assume(ServerKind.PROFTPD);
        try (var server = RealServer.start(ServerKind.PROFTPD, RealServer.Options.of(Security.PLAIN))) {
            Path site = Files.createDirectory(server.root().resolve("site"));
            Files.writeString(site.resolve("file"), "content");
            Files.createSymbolicLink(site.resolve("sl"), Path.of("file"));
            server.adopt();
            Shell shell = new Shell(folder.resolve("profile"));
            shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
            Path here = Files.createDirectory(folder.resolve("here"));

            assertThat(shell.run("mirror", "--links=copy", "ftp://test@127.0.0.1:" + server.port() + "/site", here))
                    .as(shell::all)
                    .isEqualTo(1);

            assertThat(shell.err())
                    .contains("The link sl is not made: the server does not tell where it leads.")
                    .doesNotContain("Check the disk");
            assertThat(here.resolve("file")).hasContent("content");
            assertThat(here.resolve("sl")).doesNotExist();
        }
    }
}
