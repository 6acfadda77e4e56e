// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with servers that answer in ways of their own: named at once, and nothing is lost. */
class OddAnswersCommandTest {

    @TempDir
    Path folder;

    private final Map<String, String> files = new ConcurrentHashMap<>();
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
    }

    @Test
    void anonymousNeedsNoPassword() {
        try (var server = ScriptedServer.startForEach(keeping())) {
            assertThat(shell.run("ls", "ftp://anonymous@127.0.0.1:" + server.port() + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(server.commands()).contains("USER anonymous", "PASS anonymous@");
        }
    }

    /** Each upload is confirmed twice: no file is taken for the one before it. */
    @Test
    void filesThatAreConfirmedTwiceAllArrive() throws Exception {
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        for (int i = 0; i < 12; i++) {
            Files.writeString(tree.resolve("f" + i), "content of " + i);
        }
        Responder twice = keeping().on("STOR", (s, name) -> {
            s.send("150 go on").data(d -> d.receive());
            files.put(name, "content of " + name.replaceAll("^.*/\\.?f(\\d+).*$", "$1"));
            s.sendLines("226 done", "226 done");
        });
        try (var server = ScriptedServer.startForEach(twice)) {
            String url = "ftp://me@127.0.0.1:" + server.port() + "/up/";
            assertThat(shell.run("put", "--jobs", 1, tree, url)).as(shell::all).isZero();
            assertThat(shell.out()).startsWith("12 files");
            assertThat(files)
                    .hasSize(12)
                    .allSatisfy((name, content) ->
                            assertThat(content).isEqualTo("content of " + name.substring(name.lastIndexOf('f') + 1)));
        }
    }

    @Test
    void aRefusalByAQuestionIsNamedWithoutFurtherAttempts() {
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        files.put("/a", "hello");
        try (var server = ScriptedServer.startForEach(keeping().on("RETR", "314 what?"))) {
            assertThat(shell.run("get", "ftp://me@127.0.0.1:" + server.port() + "/a", folder.resolve("to")))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("314 what?").doesNotContain("network");
            assertThat(server.commands()).filteredOn("RETR /a"::equals).hasSize(1);
        }
    }

    @Test
    void aDownloadThatCannotGoOnBeginsAnew() throws Exception {
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        files.put("/a", "hello world");
        Path target = Files.createDirectories(folder.resolve("to"));
        Files.writeString(target.resolve("a"), "hello");
        try (var server = ScriptedServer.startForEach(keeping().on("REST", "502 no REST"))) {
            String url = "ftp://me@127.0.0.1:" + server.port() + "/a";
            assertThat(shell.run("get", "--if-exists=resume", url, target))
                    .as(shell::all)
                    .isZero();
            assertThat(target.resolve("a")).hasContent("hello world");
        }
    }

    @Test
    void dataInClearIsAdvisedWhereNothingElseIsPossible() {
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        SSLContext context = TestCertificates.get().serverContext(Identity.VALID);
        Responder bare = keeping()
                .on("AUTH", (s, argument) -> s.send("234 go").startTls(context))
                .on("PBSZ", "500 what?")
                .on("PROT", "500 what?");
        try (var server = ScriptedServer.startForEach(bare)) {
            String url = "ftpes://me@127.0.0.1:" + server.port() + "/";
            assertThat(shell.run("ls", "--insecure", url)).isNotZero();
            assertThat(shell.err()).contains("--clear-data");
            assertThat(shell.run("ls", "--insecure", "--clear-data", url))
                    .as(shell::all)
                    .isZero();
        }
    }

    private Responder keeping() {
        Map<Object, String> renaming = new ConcurrentHashMap<>();
        return Responder.standard()
                .on("FEAT", "500 what?")
                .on("MKD", "257 made")
                .on("CWD", (s, name) -> s.send(files.containsKey(name) ? "550 a file" : "250 ok"))
                .on("MDTM", "550 no")
                .on(
                        "LIST",
                        (s, name) -> s.send("150 coming").data(d -> d.send("")).send("226 done"))
                .on(
                        "SIZE",
                        (s, name) -> s.send(
                                files.containsKey(name)
                                        ? "213 " + files.get(name).length()
                                        : "550 no such file"))
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send(files.get(name).getBytes(StandardCharsets.US_ASCII)))
                                .send("226 done"))
                .on("DELE", (s, name) -> s.send(files.remove(name) == null ? "550 no" : "250 gone"))
                .on("RNFR", (s, name) -> {
                    renaming.put(s, name);
                    s.send(files.containsKey(name) ? "350 to?" : "550 no such file");
                })
                .on("RNTO", (s, name) -> {
                    files.put(name, files.remove(renaming.get(s)));
                    s.send("250 done");
                });
    }
}
