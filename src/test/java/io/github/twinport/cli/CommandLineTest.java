// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said on a command line, and what comes of saying it wrongly. */
class CommandLineTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get --jobs 0 ftp://h/a",
                "get --jobs 65 ftp://h/a",
                "put --jobs -1 f ftp://h/a",
                "mirror --jobs many f ftp://h/a",
                "get --jobs 4294967297 ftp://h/a",
                "get --limit-rate 0 ftp://h/a",
                "get --limit-rate -1K ftp://h/a",
                "get --limit-rate 1T ftp://h/a",
                "get --if-exists ask ftp://h/a",
                "get --verify sometimes ftp://h/a",
                "get --order large ftp://h/a",
                "get --links break ftp://h/a",
                "get --rename-pattern ../{name} ftp://h/a",
                "get --as a/b ftp://h/a",
                "get --as .. ftp://h/a",
                "put --as x one two ftp://h/a",
                "get ftp://h/a ftp://h/b",
                "mv ftp://h/a ftp://h/b",
                "rm ftp://h//",
                "rm -r ftp://h/%2F",
                "ls --charset nonsense ftp://h/",
                "ls --charset UTF-16 ftp://h/",
                "ls --charset IBM1047 ftp://h/",
                "ls --tls-version 4 ftp://h/",
                "ls --trust 12 ftp://h/",
                "ls --proxy socks5://h:99999 ftp://h/",
                "ls --proxy socks5://h:0 ftp://h/",
                "ls --ftp-proxy user://h:99999 ftp://h/",
                "ls --proxy gopher://h ftp://h/",
                "ls ftp://h:0/",
                "ls ftp://h/%zz",
                "ls ftp://h/a%00b",
                "ls site:nothing",
                "ls site:a%zz",
                "password forget ftp://u@h/",
                "password set ftp://h/"
            })
    void aWrongValueIsAnErrorOfTheCommandLine(String line) {
        assertThat(shell.run((Object[]) line.split(" "))).as(shell::all).isEqualTo(2);
        assertThat(shell.err()).startsWith("twinport: ").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nDELE b", "a\rb", "a\0b"})
    void aPasswordWithLineEndsIsRefusedBeforeAnythingIsSent(String password) {
        shell.environment.put("TWINPORT_PASSWORD", password);
        try (var server = ScriptedServer.startForEach(Responder.standard())) {
            assertThat(shell.run("ls", url(server, "/"))).isEqualTo(2);
            assertThat(shell.err()).contains("line ends");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "get", "mirror", "ls"})
    void helpShowsEachArgumentOnce(String command) {
        assertThat(shell.run(command, "--help")).isZero();
        String usage = shell.out()
                .substring(shell.out().indexOf("Usage"))
                .lines()
                .findFirst()
                .orElse("");
        assertThat(usage.split("URL|LOCAL-FOLDER", -1)).hasSizeLessThanOrEqualTo(3);
        assertThat(usage.split("LOCAL\\.\\.\\. URL", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void twoSlashesAreTheRootWhereHomeIsElsewhere() {
        Responder elsewhere = Responder.standard()
                .on("PWD", "257 \"/home/ada\" is current")
                .on(
                        "MLSD",
                        (s, path) -> s.send("150 coming")
                                .data(d -> d.send("type=file; a\r\n"))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(elsewhere)) {
            for (String path : List.of("/", "//", "/%2F", "/%2Fetc", "//etc", "/etc", "/%2f")) {
                assertThat(shell.run("ls", url(server, path))).as(shell::all).isZero();
            }
            assertThat(server.commands().stream().filter(command -> command.startsWith("CWD")))
                    .containsExactly("CWD /home/ada", "CWD /", "CWD /", "CWD /etc", "CWD /etc", "CWD /etc", "CWD /");
        }
    }

    @Test
    void aRealServerShowsItsRootWhereHomeIsElsewhere() throws IOException {
        RealServer.assume(ServerKind.VSFTPD);
        var options = RealServer.Options.of(Security.PLAIN).extra("chroot_local_user=NO");
        try (var server = RealServer.start(ServerKind.VSFTPD, options)) {
            Files.writeString(server.root().resolve("at-home.txt"), "x");
            server.adopt();
            shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
            String url = "ftp://" + RealServer.USER + "@" + server.host() + ":" + server.port();
            assertThat(shell.run("ls", url + "/")).as(shell::all).isZero();
            assertThat(shell.out()).contains("at-home.txt").doesNotContain(" etc/");
            for (String root : List.of("//", "/%2F")) {
                assertThat(shell.run("ls", url + root)).as(shell::all).isZero();
                assertThat(shell.out()).contains(" etc/").doesNotContain("at-home.txt");
            }
            assertThat(shell.run("ls", url + "/" + server.root())).isZero();
            assertThat(shell.out()).contains("at-home.txt");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreSentAsTheyAreGiven() {
        Responder one = Responder.standard()
                .on("CWD", "550 no folder")
                .on(
                        "RETR",
                        (s, path) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
        try (var server = ScriptedServer.startForEach(one)) {
            assertThat(shell.run("hash", url(server, "/caf%E9.txt")))
                    .as(shell::all)
                    .isZero();
            assertThat(server.commands()).contains("RETR /caf\u00E9.txt");
            assertThat(shell.run("hash", "--json", url(server, "/%C3%A4%FF"))).isZero();
            assertThat(shell.json().getFirst().path("path").asString()).isEqualTo("/\u00E4\uDCFF");
        }
    }

    @Test
    void passwordAndNamesAreSentInTheCharsetThatIsGiven() {
        Responder latin = Responder.standard()
                .on("CWD", "550 no folder")
                .on(
                        "RETR",
                        (s, path) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
        shell.environment.put("TWINPORT_PASSWORD", "p\u00E4ss\u20ACword");
        try (var server = ScriptedServer.startForEach(latin)) {
            assertThat(shell.run("hash", "--charset", "windows-1252", url(server, "/%C3%A4")))
                    .as(shell::all)
                    .isZero();
            // Lines that are no UTF-8 are read as Latin-1 by the server of the test.
            assertThat(server.commands()).contains("PASS p\u00E4ss\u0080word", "RETR /\u00E4");
            assertThat(shell.run("hash", url(server, "/%C3%A4"))).isZero();
            assertThat(server.commands()).contains("PASS p\u00E4ss\u20ACword");
        }
    }

    @Test
    void puttingIntoAFileNamesTheOptionThatGivesAName() throws IOException {
        Path local = Files.writeString(folder.resolve("new.txt"), "new");
        try (var server = ApacheServer.start(Files.createDirectories(folder.resolve("server")))) {
            Files.writeString(server.folder().resolve("old.txt"), "old");
            shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
            String url = "ftp://" + ApacheServer.USER + "@" + server.host() + ":" + server.port();

            assertThat(shell.run("put", local, url + "/old.txt")).isEqualTo(1);
            assertThat(shell.err()).contains("/old.txt").contains("--as");
            assertThat(server.folder().resolve("old.txt")).hasContent("old");

            assertThat(shell.run("put", "--as", "old.txt", "--if-exists", "overwrite", local, url + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(server.folder().resolve("old.txt")).hasContent("new");
            assertThat(server.folder().resolve("new.txt")).doesNotExist();

            Path here = Files.createDirectories(folder.resolve("here"));
            assertThat(shell.run("get", "--as", "other.txt", url + "/old.txt", here))
                    .as(shell::all)
                    .isZero();
            assertThat(here.resolve("other.txt")).hasContent("new");
            assertThat(here.resolve("old.txt")).doesNotExist();
            assertThat(shell.run("get", url + "/old.txt", here.resolve("other.txt")))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("--as");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "mirror", "mirror --delete --yes"})
    void aDanglingLinkIsOneWarningAndBlocksNothing(String command) throws IOException {
        Path local = Files.createDirectories(folder.resolve("local"));
        Files.writeString(local.resolve("a.txt"), "a");
        Files.createSymbolicLink(local.resolve("dangling"), Path.of("nowhere"));
        Files.writeString(local.resolve("z.txt"), "z");
        try (var server = ApacheServer.start(Files.createDirectories(folder.resolve("server")))) {
            Files.writeString(server.folder().resolve("extra.txt"), "x");
            shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
            String url = "ftp://" + ApacheServer.USER + "@" + server.host() + ":" + server.port() + "/";
            List<Object> line = new java.util.ArrayList<>(List.of((Object[]) command.split(" ")));
            line.add(local);
            line.add(url);
            assertThat(shell.run(line.toArray())).as(shell::all).isZero();
            Path there = command.equals("put") ? server.folder().resolve("local") : server.folder();
            assertThat(there.resolve("a.txt")).as(shell::all).hasContent("a");
            assertThat(there.resolve("z.txt")).hasContent("z");
            assertThat(shell.err().lines().filter(text -> text.contains("dangling")))
                    .as(shell::all)
                    .hasSize(1);
            assertThat(server.folder().resolve("extra.txt").toFile().exists()).isEqualTo(!command.contains("--delete"));
        }
    }

    @Test
    void anEmptyProfileIsNotTheCurrentFolder() {
        assertThat(shell.run("ls", "--profile", "", "ftp://h/")).isEqualTo(2);
    }

    @Test
    void aDamagedDatabaseIsTold() throws IOException {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Files.writeString(profile.resolve("twinport.db"), "no database at all".repeat(100));
        assertThat(shell.run("password", "list")).isZero();
        assertThat(shell.err()).contains("was damaged").contains("twinport.db.damaged-");
    }

    private static String url(ScriptedServer server, String path) {
        return "ftp://ada@" + server.host() + ":" + server.port() + path;
    }
}
