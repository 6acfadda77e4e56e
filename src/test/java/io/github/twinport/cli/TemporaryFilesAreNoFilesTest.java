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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What transfers have left is neither copied, nor counted, nor deleted, on whichever side it lies. */
class TemporaryFilesAreNoFilesTest {

    @TempDir
    Path folder;

    private Path served;
    private Path local;
    private ApacheServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        local = Files.createDirectory(folder.resolve("local"));
        server = ApacheServer.start(served);
        url = "ftp://test:test@" + server.host() + ":" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "get,big.bin.abcde-abcdefgh.twinport-part",
        "put,.big.bin.twinport-part",
        "mirror up,.big.bin.abcde-abcdefgh.twinport-part",
        "mirror down,twinport-part-abcde-abcdefgh-big.bin",
        "mirror up --delete,twinport-old-abcde-abcdefgh-big.bin",
        "mirror down --delete,big.bin.abcde-abcdefgh.twinport-old"
    })
    void theyStayWhereTheyAre(String command, String name) throws IOException {
        boolean up = command.startsWith("put") || command.startsWith("mirror up");
        Path here = local.resolve("tree");
        Path there = served.resolve("tree");
        Path source = up ? here : there;
        Path target = up ? there : here;
        write(source.resolve("big.bin"), "whole");
        write(source.resolve(name), "leftover of the source");
        write(target.resolve("sub/" + name), "leftover of the target");
        Shell shell = new Shell(folder.resolve("profile"));

        assertThat(shell.run(CommandLines.both(command, here, url + "/tree").toArray()))
                .as(shell::all)
                .isZero();

        assertThat(shell.out()).contains("1 file transferred");
        assertThat(target.resolve("big.bin")).hasContent("whole");
        assertThat(target.resolve(name)).doesNotExist();
        assertThat(source.resolve(name)).hasContent("leftover of the source");
        assertThat(target.resolve("sub/" + name)).hasContent("leftover of the target");
    }

    @Test
    void theyAreShownForWhatTheyAre() throws IOException {
        write(served.resolve("big.bin.abcde-abcdefgh.twinport-part"), "some");
        write(served.resolve("big.bin"), "whole");
        Shell shell = new Shell(folder.resolve("profile"));

        assertThat(shell.run("ls", url)).isZero();
        assertThat(shell.out().lines())
                .anyMatch(line -> line.endsWith("twinport-part (left by a transfer)"))
                .anyMatch(line -> line.endsWith(" big.bin"));
        assertThat(shell.run("ls", "--json", url)).isZero();
        assertThat(shell.json())
                .filteredOn(entry -> entry.path("temporary").asBoolean(false))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("name").asString()).startsWith("big.bin.abcde"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
