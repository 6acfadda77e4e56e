// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache FtpServer shows links to folders as folders and refuses to delete them as files: nothing goes through them. */
class JavaServerLinksTest {

    @TempDir
    Path folder;

    private Path served;
    private ApacheServer server;
    private Shell shell;
    private String url;

    @BeforeEach
    void start() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        server = ApacheServer.start(served);
        shell = new Shell(folder.resolve("no profile"));
        url = "ftp://test:test@" + server.host() + ":" + server.port();
        Files.createDirectories(served.resolve("kept/inside"));
        Files.writeString(served.resolve("kept/inside/file"), "precious");
        Files.createDirectories(served.resolve("doomed/sub"));
        Files.writeString(served.resolve("doomed/sub/file"), "rubbish");
        Files.createSymbolicLink(served.resolve("doomed/sub/link"), Path.of("../../kept"));
        Files.createSymbolicLink(served.resolve("doomed/top"), Path.of("../kept"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rmLeavesWhatLinksLeadTo() {
        shell.run("rm", "-r", url + "/doomed");

        assertThat(served.resolve("kept/inside/file")).as(shell::all).hasContent("precious");
        assertThat(served.resolve("doomed")).as(shell::all).doesNotExist();
    }

    @Test
    void aMirrorLeavesWhatLinksLeadTo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(empty.resolve("one"), "1");
        shell.run("mirror", "--delete", "--yes", empty, url + "/doomed");

        assertThat(served.resolve("kept/inside/file")).as(shell::all).hasContent("precious");
        assertThat(served.resolve("doomed/sub")).as(shell::all).doesNotExist();
        assertThat(served.resolve("doomed/top")).as(shell::all).doesNotExist();
    }
}
