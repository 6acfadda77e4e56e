// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a server sends can act on the terminal: escape sequences and marks that reverse text are shown. */
class HostileOutputTest {

    private static final String EVIL = "\u001B[2J\u202Egpj.exe";
    private static final String HARMLESS = "\\u001B[2J\\u202Egpj.exe";

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("profile"));
    }

    private static Responder server() {
        return Responder.standard()
                .greeting("220 " + EVIL)
                .on(
                        "MLSD",
                        (s, argument) -> s.send("150 " + EVIL)
                                .data(d -> d.send(
                                        "type=file;size=1; " + EVIL + "\r\ntype=OS.unix=slink:" + EVIL + "; link\r\n"))
                                .send("226 " + EVIL))
                .on("SIZE", "550 " + EVIL)
                .on("RETR", "550 " + EVIL)
                .on("DELE", "550 " + EVIL);
    }

    @Test
    void listings() {
        try (var server = ScriptedServer.startForEach(server())) {
            assertThat(shell.run("ls", "--log", "ftp://me:pw@127.0.0.1:" + server.port() + "/"))
                    .as(shell::all)
                    .isZero();
        }
        assertThat(shell.out()).contains(HARMLESS).contains("link -> " + HARMLESS);
        assertThat(shell.err()).contains("220 " + HARMLESS);
        assertHarmless();
    }

    @Test
    void linesOfListingsThatAreNotUnderstood() {
        var odd = Responder.standard()
                .on(
                        "MLSD",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=1; good\r\ntype=file; ../" + EVIL + "\r\n"))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(odd)) {
            assertThat(shell.run("ls", "--log", "ftp://me:pw@127.0.0.1:" + server.port() + "/"))
                    .as(shell::all)
                    .isZero();
        }
        assertThat(shell.out()).contains("good");
        assertThat(shell.err())
                .contains("1 line of the listing of / was not understood")
                .contains("not understood: type=file; ../" + HARMLESS);
        assertHarmless();
    }

    @Test
    void failures() {
        try (var server = ScriptedServer.startForEach(server())) {
            String url = "ftp://me:pw@127.0.0.1:" + server.port() + "/";
            assertThat(shell.run("get", url, folder.resolve("target"))).isNotZero();
            assertThat(shell.err()).contains(HARMLESS);
            assertHarmless();
        }
        try (var server = ScriptedServer.startForEach(server().on("CWD", "550 " + EVIL))) {
            String url = "ftp://me:pw@127.0.0.1:" + server.port() + "/";
            assertThat(shell.run("rm", url + "a")).isNotZero();
            assertThat(shell.err()).contains(HARMLESS);
            assertHarmless();
        }
    }

    private void assertHarmless() {
        assertThat(shell.all()).doesNotContain("\u001B", "\u202E");
    }
}
