// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever links a server shows, run after run, nothing outside of the target is written or deleted. */
class HostileLinksTest {

    @TempDir
    Path folder;

    private RealServer server;
    private Path tree;
    private Path outside;
    private Path to;
    private Shell shell;
    private String url;

    @BeforeEach
    void start() throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN));
        tree = Files.createDirectories(server.root().resolve("tree"));
        url = "ftp://test:test@127.0.0.1:" + server.port() + "/tree";
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("mine"), "mine");
        to = Files.createDirectories(outside.resolve("to"));
        shell = new Shell(folder.resolve("profile"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void linksMadeInSeveralRunsDoNotLeadOut() throws Exception {
        link(tree.resolve("s"), ".");
        assertThat(copy()).as(shell::all).isZero();
        assertThat(to.resolve("s")).isSymbolicLink();

        Files.delete(tree.resolve("s"));
        link(Files.createDirectories(tree.resolve("s")).resolve("l"), "..");
        assertThat(copy()).as(shell::all).isEqualTo(1);
        assertThat(shell.err()).contains(to.resolve("s") + " is a link");
        assertThat(to.resolve("l")).doesNotExist();

        Files.delete(tree.resolve("s/l"));
        Files.delete(tree.resolve("s"));
        write(tree.resolve("s/l/planted"), "planted");
        write(tree.resolve("s/l/deeper/planted"), "planted");
        assertThat(copy()).as(shell::all).isEqualTo(1);

        assertUntouched();
        assertThat(to.toFile().list()).containsExactly("s");
    }

    @Test
    void linksThatLeadOutByWayOfOthersAreNotMade() throws Exception {
        Files.createSymbolicLink(to.resolve("out"), outside);
        Files.createSymbolicLink(to.resolve("later"), folder.resolve("nothing yet"));
        Files.createSymbolicLink(to.resolve("circle"), Path.of("circle"));
        link(tree.resolve("a"), "out/mine");
        link(tree.resolve("b"), "later");
        link(tree.resolve("c"), "circle");
        link(tree.resolve("d"), "nothing/here");
        link(Files.createDirectories(tree.resolve("sub")).resolve("e"), "../d");

        assertThat(shell.run("mirror", "--links=copy", url, to)).as(shell::all).isEqualTo(1);

        assertThat(shell.err()).contains("out/mine", "later");
        assertThat(to.resolve("a")).doesNotExist();
        assertThat(Files.isSymbolicLink(to.resolve("b"))).isFalse();
        assertThat(Files.readSymbolicLink(to.resolve("c"))).hasToString("circle");
        assertThat(Files.readSymbolicLink(to.resolve("d"))).hasToString("nothing/here");
        assertThat(Files.readSymbolicLink(to.resolve("sub/e"))).hasToString("../d");
    }

    @Test
    void aLinkOfThisComputerNeverStandsForAFolderOfTheServer() throws Exception {
        Files.createSymbolicLink(to.resolve("sub"), outside);
        write(tree.resolve("sub/planted"), "planted");
        write(tree.resolve("other"), "other");

        assertThat(shell.run("mirror", url, to)).as(shell::all).isEqualTo(1);
        assertThat(shell.err()).contains(to.resolve("sub") + " is a link");
        assertThat(shell.run("mirror", "--dry-run", url, to)).as(shell::all).isEqualTo(1);
        assertThat(shell.run("get", url + "/sub", to)).as(shell::all).isEqualTo(1);

        assertUntouched();
        assertThat(to.resolve("other")).hasContent("other");
    }

    @Test
    void deletionsDoNotGoThroughLinks() throws Exception {
        Files.createSymbolicLink(to.resolve("sub"), outside);
        write(tree.resolve("sub/other"), "other");

        assertThat(shell.run("mirror", "--delete", "--yes", url, to))
                .as(shell::all)
                .isEqualTo(1);
        assertUntouched();
    }

    @Test
    void ofALinkThatTheServerHasNotTheLinkIsDeleted() throws Exception {
        Files.createSymbolicLink(to.resolve("sub"), outside);
        write(tree.resolve("other"), "other");

        assertThat(shell.run("mirror", "--delete", "--yes", url, to))
                .as(shell::all)
                .isZero();

        assertThat(to.toFile().list()).containsExactly("other");
        assertUntouched();
    }

    @Test
    void theFolderThatTheUserNamesMayBeALink() throws Exception {
        Path named = Files.createSymbolicLink(folder.resolve("named"), to);
        write(tree.resolve("sub/file"), "content");

        assertThat(shell.run("mirror", "--delete", "--yes", url, named))
                .as(shell::all)
                .isZero();

        assertThat(to.resolve("sub/file")).hasContent("content");
        assertThat(named).isSymbolicLink();
    }

    private int copy() throws IOException {
        server.adopt();
        return shell.run("mirror", "--links=copy", "--delete", "--yes", url, to);
    }

    private void assertUntouched() {
        assertThat(outside.resolve("mine")).hasContent("mine");
        assertThat(outside.toFile().list()).containsExactlyInAnyOrder("mine", "to");
    }

    private static void link(Path link, String target) throws IOException {
        Files.createSymbolicLink(link, Path.of(target));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
