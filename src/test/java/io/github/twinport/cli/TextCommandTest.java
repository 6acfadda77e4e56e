// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code get} and {@code put} with {@code --ascii}. */
class TextCommandTest {

    @TempDir
    Path folder;

    @Test
    void lineEndsBecomeThoseOfTheOtherSystem() throws Exception {
        Path served = Files.createDirectories(folder.resolve("served"));
        Path text = Files.writeString(folder.resolve("text"), "one\r\ntwo\r\n");
        Shell shell = new Shell(folder.resolve("profile"));
        try (ApacheServer server = ApacheServer.start(served)) {
            shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
            String url = "ftp://test@127.0.0.1:" + server.port();

            assertThat(shell.run("put", "--ascii", text, url + "/"))
                    .as(shell::all)
                    .isZero();
            String there = "one" + System.lineSeparator() + "two" + System.lineSeparator();
            assertThat(Files.readString(served.resolve("text"))).isEqualTo(there);
            assertThat(shell.run("get", "--ascii", url + "/text", folder.resolve("back")))
                    .as(shell::all)
                    .isZero();
            assertThat(Files.readString(folder.resolve("back/text"))).isEqualTo(there);

            assertThat(shell.run("put", "--if-exists", "overwrite", text, url + "/"))
                    .isZero();
            assertThat(Files.readString(served.resolve("text"))).isEqualTo("one\r\ntwo\r\n");
        }
    }
}
