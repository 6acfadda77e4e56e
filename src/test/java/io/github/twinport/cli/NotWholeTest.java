// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a listing that is not whole commands conclude nothing: they say so, end with 1 and delete nothing there. */
class NotWholeTest {

    private static final String SHORT = "226 Output truncated to 2 matches";

    @TempDir
    Path folder;

    private final ScriptedTree tree = new ScriptedTree();
    private Path local;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        local = Files.createDirectory(folder.resolve("local"));
        shell = new Shell(folder.resolve("no profile"));
        tree.file("/to/a", "aaa").file("/to/b", "bbb").file("/to/sub/c", "c");
    }

    private interface Use {
        void with(String url, ScriptedServer server) throws Exception;
    }

    private void serve(Use use) throws Exception {
        try (var server = ScriptedServer.startForEach(tree.responder())) {
            use.with("ftp://test:test@" + server.host() + ":" + server.port(), server);
        }
    }

    @Test
    void getBringsWhatIsShownAndSaysThatThereMayBeMore() throws Exception {
        tree.says("/to", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("get", url + "/to", local)).isEqualTo(1);
            assertThat(shell.err()).contains("/to").contains("the server says that it left something out");
            assertThat(local.resolve("to/a")).hasContent("aaa");
            assertThat(local.resolve("to/sub/c")).hasContent("c");
        });
    }

    @Test
    void getSaysItInJsonToo() throws Exception {
        tree.says("/to/sub", "226 Transfer done (but failed to open directory).");
        serve((url, server) -> {
            assertThat(shell.run("get", "--json", url + "/to", local)).isEqualTo(1);
            assertThat(shell.json()).anySatisfy(event -> {
                assertThat(event.path("event").asString()).isEqualTo("folder");
                assertThat(event.path("state").asString()).isEqualTo("failed");
                assertThat(event.path("remote").asString()).isEqualTo("/to/sub");
                assertThat(event.path("what").asString()).contains("could not read the folder");
            });
        });
    }

    @Test
    void aPlainMirrorEndsWithOneAsWell() throws Exception {
        tree.says("/to/sub", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("mirror", url + "/to", local)).isEqualTo(1);
            assertThat(shell.err()).contains("/to/sub");
            assertThat(local.resolve("a")).hasContent("aaa");
        });
    }

    @Test
    void aMirrorDeletesNothingHereWhereTheSourceIsNotShownWhole() throws Exception {
        tree.says("/to/sub", SHORT);
        Files.createDirectories(local.resolve("sub"));
        Files.writeString(local.resolve("sub/d"), "only shown when all is");
        serve((url, server) -> {
            assertThat(shell.run("mirror", "--delete", "--yes", url + "/to", local))
                    .isEqualTo(1);
            assertThat(local.resolve("sub/d")).exists();
            assertThat(local.resolve("sub/c")).hasContent("c");
            assertThat(shell.err()).contains("sub").contains("left something out");
        });
    }

    @Test
    void aMirrorDeletesNothingThereWhereTheTargetIsNotShownWhole() throws Exception {
        tree.says("/to", SHORT);
        Files.writeString(local.resolve("a"), "new content");
        serve((url, server) -> {
            assertThat(shell.run("mirror", "--delete", "--yes", local, url + "/to"))
                    .isEqualTo(1);
            assertThat(tree.files).containsEntry("/to/a", "new content").containsKeys("/to/b", "/to/sub/c");
            assertThat(shell.err()).contains("left something out");
        });
    }

    @Test
    void aRehearsedMirrorSaysItToo() throws Exception {
        tree.says("/to", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("mirror", "--dry-run", "--delete", "--json", url + "/to", local))
                    .isEqualTo(1);
            assertThat(shell.json()).anySatisfy(event -> {
                assertThat(event.path("event").asString()).isEqualTo("failed");
                assertThat(event.path("what").asString()).contains("left something out");
            });
        });
    }

    @Test
    void rmLeavesAFolderThatIsNotShownWhole() throws Exception {
        tree.says("/to/sub", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("rm", "-r", "--json", url + "/to")).isEqualTo(1);
            assertThat(tree.files).containsOnlyKeys("/to/sub/c");
            assertThat(shell.json()).anySatisfy(event -> {
                assertThat(event.path("event").asString()).isEqualTo("failed");
                assertThat(event.path("path").asString()).isEqualTo("/to/sub");
            });
        });
    }

    @Test
    void aRehearsedRmSaysItToo() throws Exception {
        tree.says("/to/sub", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("rm", "-r", "--dry-run", url + "/to")).isEqualTo(1);
            assertThat(shell.err()).contains("/to/sub").contains("left something out");
        });
    }

    @Test
    void mvReplacesNothingThatOnlyAListingWouldShow() throws Exception {
        tree.says("/to", SHORT);
        tree.unseen.add("/to/b");
        try (var server = ScriptedServer.startForEach(tree.responder().on("SIZE", "500 what?"))) {
            String url = "ftp://test:test@" + server.host() + ":" + server.port();
            assertThat(shell.run("mv", url + "/to/a", "b")).isEqualTo(1);
            assertThat(shell.err()).contains("left something out");
            assertThat(tree.files).containsEntry("/to/b", "bbb").containsKey("/to/a");
        }
    }

    @Test
    void whatIsNotShownIsNotMissing() throws Exception {
        tree.says("/to", SHORT);
        tree.unseen.add("/to/b");
        try (var server = ScriptedServer.startForEach(tree.responder().on("SIZE", "500 what?"))) {
            String url = "ftp://test:test@" + server.host() + ":" + server.port();
            assertThat(shell.run("get", url + "/to/b", local)).isEqualTo(1);
            assertThat(shell.err()).contains("left something out").doesNotContain("There is no");
        }
    }

    @Test
    void putLooksAtEachNameThatAListingLeavesOut() throws Exception {
        tree.says("/to", SHORT);
        tree.unseen.add("/to/b");
        Files.createDirectories(local.resolve("to"));
        Files.writeString(local.resolve("to/b"), "mine");
        Files.writeString(local.resolve("to/c"), "new");
        serve((url, server) -> {
            assertThat(shell.run("put", "--if-exists", "skip", local.resolve("to"), url + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(tree.files).containsEntry("/to/b", "bbb").containsEntry("/to/c", "new");
        });
    }

    @Test
    void putUnderAnotherNameTakesNoneThatAListingLeavesOut() throws Exception {
        tree.file("/to/a (2)", "older").says("/to", SHORT);
        tree.unseen.add("/to/a (2)");
        Files.createDirectories(local.resolve("to"));
        Files.writeString(local.resolve("to/a"), "mine");
        serve((url, server) -> {
            assertThat(shell.run("put", "--if-exists", "rename", local.resolve("to"), url + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(tree.files).containsEntry("/to/a (2)", "older").containsEntry("/to/a (3)", "mine");
        });
    }

    @Test
    void lsShowsWhatThereIsAndEndsWithOne() throws Exception {
        tree.says("/to", SHORT);
        serve((url, server) -> {
            assertThat(shell.run("ls", url + "/to")).isEqualTo(1);
            assertThat(shell.out()).contains("sub/");
            assertThat(shell.err()).contains("left something out");
        });
    }

    /** What happened in earnest: 700 files there, 500 shown, and the 202 others deleted here. */
    @Test
    void pureFtpdShortensListings() throws Exception {
        RealServer.assume(ServerKind.PUREFTPD);
        try (var server = RealServer.start(
                ServerKind.PUREFTPD, RealServer.Options.of(Security.PLAIN).extra("-L", "500:8"))) {
            Path many = Files.createDirectory(server.root().resolve("many"));
            for (int i = 0; i < 700; i++) {
                Files.writeString(many.resolve("f" + i), "x");
                Files.writeString(local.resolve("f" + i), "x");
            }
            server.adopt();
            shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
            String url = "ftp://test@127.0.0.1:" + server.port() + "/many";

            assertThat(shell.run("mirror", "--delete", "--yes", url, local))
                    .as(shell::all)
                    .isEqualTo(1);
            assertThat(shell.err()).contains("the server says that it left something out");
            assertThat(count(local)).isEqualTo(700);

            assertThat(shell.run("rm", "-r", url)).isEqualTo(1);
            assertThat(count(many)).isEqualTo(700);
        }
    }

    @Test
    void whatIsThereAlthoughNotShownIsNotDeletedHere() throws Exception {
        for (int i = 0; i < 40; i++) {
            tree.file("/to/hidden" + i, "x");
            tree.unseen.add("/to/hidden" + i);
            Files.writeString(local.resolve("hidden" + i), "x");
        }
        Files.writeString(local.resolve("extra"), "x");
        serve((url, server) -> {
            assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", 100, url + "/to", local))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("the server has files that it did not show");
            assertThat(local.resolve("hidden1")).exists();
            assertThat(local.resolve("extra")).exists();
        });
    }

    /** It does not say that it does. */
    @Test
    void proftpdShortensListings() throws Exception {
        RealServer.assume(ServerKind.PROFTPD);
        try (var server = RealServer.start(
                ServerKind.PROFTPD,
                RealServer.Options.of(Security.PLAIN)
                        .extra("ListOptions \"-a\" strict maxfiles 300", "FactsAdvertise off"))) {
            Path many = Files.createDirectory(server.root().resolve("many"));
            for (int i = 0; i < 700; i++) {
                Files.writeString(many.resolve("f" + i), "x");
                Files.writeString(local.resolve("f" + i), "x");
            }
            server.adopt();
            shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
            String url = "ftp://test@127.0.0.1:" + server.port() + "/many";

            assertThat(shell.run("mirror", "--delete", "--yes", "--max-delete", 1000, url, local))
                    .as(shell::all)
                    .isEqualTo(1);
            assertThat(shell.err()).contains("the server has files that it did not show");
            assertThat(count(local)).isEqualTo(700);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
