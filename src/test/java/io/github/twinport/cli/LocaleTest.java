// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names and passwords where the locale has no UTF-8, and names that are no text at all. Names are made by a shell. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {

    @TempDir
    private Path folder;

    private Path served;
    private ApacheServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        served = Files.createDirectory(folder.resolve("served"));
        server = ApacheServer.start(served);
        url = "ftp://test:test@" + server.host() + ":" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProgramThatStartsWithoutUtf8StartsAgainWithIt() throws Exception {
        sh(
                "mkdir tree; echo 1 > tree/$'B\\303\\274ro.txt'; echo 2 > tree/$'B\\303\\266ro.txt'; echo 3 > $'\\303\\274.txt'");

        assertThat(twinport("LC_ALL=C", "put", "tree", "\u00FC.txt", url + "/to"))
                .isEqualTo(0);

        assertThat(names(served.resolve("to"))).containsExactly("tree", "\u00FC.txt");
        assertThat(names(served.resolve("to/tree"))).containsExactly("B\u00F6ro.txt", "B\u00FCro.txt");
        assertThat(served.resolve("to/tree/B\u00FCro.txt")).hasContent("1");

        assertThat(twinport("LC_ALL=POSIX", "mirror", "--delete", "--yes", url + "/to/tree", "back"))
                .isEqualTo(0);
        assertThat(names(folder.resolve("back"))).containsExactly("B\u00F6ro.txt", "B\u00FCro.txt");
        assertThat(twinport("LC_ALL=C", "mirror", "--delete", "--yes", "tree", url + "/to/tree"))
                .isEqualTo(0);
        assertThat(names(served.resolve("to/tree"))).containsExactly("B\u00F6ro.txt", "B\u00FCro.txt");
    }

    @Test
    void whatIsLostWithoutUtf8IsNotSent() throws Exception {
        sh("echo 1 > $'\\303\\274.txt'");

        assertThat(run("LC_ALL=C", List.of(), "put", "\u00FC.txt", url + "/to")).isEqualTo(69);
        assertThat(Files.readString(folder.resolve("output"))).contains("the locale has no UTF-8");
        assertThat(served).isEmptyDirectory();
    }

    @Test
    void namesThatAreNoTextAreReportedOneByOneAndNeverSent() throws Exception {
        sh(
                "mkdir tree; echo 1 > tree/$'B\\374ro.txt'; echo 2 > tree/$'B\\366ro.txt'; mkdir tree/$'F\\374'; echo 3 > tree/plain");

        assertThat(twinport("LC_ALL=C.UTF-8", "put", "tree", url)).isEqualTo(1);

        assertThat(names(served.resolve("tree"))).containsExactly("plain");
        assertThat(Files.readString(folder.resolve("output"))
                        .lines()
                        .filter(line -> line.contains("not in the charset") || line.contains("The same as with")))
                .hasSize(3);
        assertThat(twinport("LC_ALL=C.UTF-8", "mirror", "--delete", "--yes", "tree", url + "/tree"))
                .isEqualTo(1);
        assertThat(names(served.resolve("tree"))).containsExactly("plain");
    }

    private void sh(String script) throws Exception {
        assertThat(new ProcessBuilder("bash", "-c", script)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    private int twinport(String environment, String... arguments) throws Exception {
        return run(environment, List.of("--enable-native-access=ALL-UNNAMED"), arguments);
    }

    /** Without access to functions of the system, the program cannot start again. */
    private int run(String environment, List<String> options, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("env", "-i", "HOME=" + folder, environment));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.github.twinport.Twinport"));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
