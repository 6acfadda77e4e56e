// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.MockServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user does with commands, on servers that are unlike the usual ones. */
class OtherServersCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    /**
     * One server.
     *
     * @param sameNames whether its disk holds the names that were sent; a server that takes UTF-8 for its own charset
     *     holds others, but tells them as they were sent
     * @param times whether it takes the times of files, so that nothing is sent twice
     * @param extra what is unlike the usual
     */
    record Row(ServerKind kind, boolean sameNames, boolean times, List<String> extra) {
        @Override
        public String toString() {
            return kind + " " + String.join(" ", extra);
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(ServerKind.LINUXFTPD, true, false, List.of()),
                new Row(ServerKind.INETUTILS, true, false, List.of()),
                new Row(ServerKind.AIOFTP, true, false, List.of()),
                new Row(ServerKind.AIOFTP, false, false, List.of("latin-1")),
                new Row(ServerKind.PYFTPD, true, true, List.of("case-blind")),
                new Row(ServerKind.PUREFTPD, true, true, List.of("-L", "500:8")));
    }

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void allThatAUserDoes(Row row) throws Exception {
        RealServer.assume(row.kind());
        Path tree = folder.resolve("tree");
        fill(tree);
        var options = RealServer.Options.of(Security.PLAIN).extra(row.extra().toArray(String[]::new));
        try (var server = RealServer.start(row.kind(), options)) {
            String url = "ftp://test@127.0.0.1:" + server.port();
            Path up = server.root().resolve("up");

            succeeds("mirror", tree, url + "/up/");
            assertThat(arrived(up, row)).isEqualTo(arrived(tree, row));
            succeeds("mirror", tree, url + "/up/");
            assertThat(arrived(up, row)).isEqualTo(arrived(tree, row));
            if (row.times()) {
                assertThat(shell.out()).startsWith("No files transferred");
            }
            succeeds("mirror", url + "/up/", folder.resolve("down"));
            assertThat(contents(folder.resolve("down"))).isEqualTo(contents(tree));
            succeeds("mirror", url + "/up/", folder.resolve("down"));
            assertThat(shell.out()).startsWith("No files transferred");

            Path large = tree.resolve("large");
            Files.write(up.resolve("large"), Arrays.copyOf(Files.readAllBytes(large), 100_000));
            server.adopt();
            succeeds("put", "--if-exists=resume", large, url + "/up/");
            assertThat(up.resolve("large")).hasSameBinaryContentAs(large);
            Path begun = Files.createDirectories(folder.resolve("begun")).resolve("large");
            Files.write(begun, Arrays.copyOf(Files.readAllBytes(large), 100_000));
            succeeds("get", "--if-exists=resume", url + "/up/large", folder.resolve("begun"));
            assertThat(begun).hasSameBinaryContentAs(large);

            succeeds("mv", url + "/up/large", "/up/other");
            assertThat(up.resolve("other")).hasSameBinaryContentAs(large);
            assertThat(up.resolve("large")).doesNotExist();
            succeeds("rm", "--recursive", url + "/up/sub");
            assertThat(up.resolve("sub")).doesNotExist();
        }
    }

    /** It lists nothing for {@code LIST -a}, tells no times and resumes nothing; as a Windows server it has no root. */
    @ParameterizedTest
    @EnumSource
    void allThatMockFtpServerCan(MockServer.Flavour flavour) throws Exception {
        Path tree = folder.resolve("tree");
        fill(tree, List.of("a b.txt", "-dash", "#100%.bin", "c"));
        try (var server = MockServer.start(flavour)) {
            String home = flavour == MockServer.Flavour.UNIX ? "/data" : "/C:%5Cdata";
            String url = "ftp://test@127.0.0.1:" + server.port() + home + "/up";

            succeeds("mirror", tree, url + "/");
            assertThat(server.names("up")).hasSize(6).contains("a b.txt", "large", "sub");
            assertThat(server.content("up/large")).isEqualTo(Files.readAllBytes(tree.resolve("large")));
            change(tree);
            succeeds("mirror", tree, url + "/");
            assertThat(server.names("up")).hasSize(6).contains("a b.txt", "large", "sub");
            assertThat(server.content("up/a b.txt")).asString().isEqualTo("changed");
            assertThat(server.content("up/sub/inner/-dash")).asString().isEqualTo("changed, too");
            succeeds("mirror", url + "/", folder.resolve("down"));
            assertThat(contents(folder.resolve("down"))).isEqualTo(contents(tree));
            succeeds("mirror", "--delete", "--yes", url + "/", folder.resolve("down"));
            assertThat(contents(folder.resolve("down"))).isEqualTo(contents(tree));

            Path one = Files.createDirectories(folder.resolve("one"));
            succeeds("get", url + "/a%20b.txt", one);
            assertThat(one.resolve("a b.txt")).hasContent("changed");
            succeeds("put", tree.resolve("c"), url + "/sub/");
            assertThat(server.names("up/sub")).containsExactly("c", "inner");
            succeeds("mv", url + "/large", "other");
            assertThat(server.content("up/other")).isEqualTo(Files.readAllBytes(tree.resolve("large")));
            succeeds("rm", "--recursive", url + "/sub");
            assertThat(server.names("up")).hasSize(5).doesNotContain("large", "sub");
        }
    }

    /** It sends as many bytes of a listing as there are letters: the last name is cut, and what it hides stays. */
    @Test
    void namesThatMockFtpServerCutsAreReplacedAndNothingIsDeleted() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        for (String name : List.of("a", "b", "日本")) {
            Files.writeString(tree.resolve(name), "in " + name);
        }
        try (var server = MockServer.start(MockServer.Flavour.UNIX)) {
            String url = "ftp://test@127.0.0.1:" + server.port() + "/data/up/";
            succeeds("mirror", tree, url);
            for (String name : List.of("a", "b", "日本")) {
                Files.writeString(tree.resolve(name), "now in " + name);
            }
            assertThat(shell.run("mirror", "--delete", "--yes", tree, url))
                    .as(shell::all)
                    .isEqualTo(1);

            assertThat(server.names("up")).containsExactly("a", "b", "日本");
            assertThat(server.content("up/a")).asString().isEqualTo("now in a");
            assertThat(server.content("up/b")).asString().isEqualTo("now in b");
        }
    }

    private static void change(Path tree) throws IOException {
        Files.writeString(tree.resolve("a b.txt"), "changed");
        Files.writeString(tree.resolve("sub/inner/-dash"), "changed, too");
    }

    private void succeeds(Object... command) {
        assertThat(shell.run(command)).as(shell::all).isZero();
    }

    /** What is in each file, by name where the names are the same on both sides. */
    private static Object arrived(Path folder, Row row) throws IOException {
        Map<String, String> contents = contents(folder);
        return row.sameNames() ? contents : contents.values().stream().sorted().toList();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>(FolderDigest.of(folder));
        contents.replaceAll((name, digestAndTime) -> digestAndTime.split(" ", -1)[0]);
        return contents;
    }

    private static void fill(Path tree) throws IOException {
        fill(tree, List.of("a b.txt", "-dash", "Ümläut", "日本", "#100%.bin"));
    }

    private static void fill(Path tree, List<String> names) throws IOException {
        Path sub = Files.createDirectories(tree.resolve("sub/inner"));
        for (String name : names) {
            Files.writeString(tree.resolve(name), "in " + name, StandardCharsets.UTF_8);
            Files.writeString(sub.resolve(name), "deep in " + name, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[400_000];
        new Random(4).nextBytes(bytes);
        Files.write(tree.resolve("large"), bytes);
    }
}
