// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two commands that would write the same. */
class OneTargetTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
    @ValueSource(strings = {"get", "put", "mirror up", "mirror down"})
    void theSecondEndsAndSaysWhoIsAtWork(String command) throws Exception {
        boolean up = command.startsWith("put") || command.startsWith("mirror up");
        Path source = (up ? local : served).resolve("tree");
        Path target = (up ? served : local).resolve("tree");
        write(source.resolve("a"), "content");
        List<Object> line = CommandLines.both(command, local.resolve("tree"), url + "/tree");
        Shell first = new Shell(folder.resolve("profile"));
        Shell second = new Shell(folder.resolve("profile"));
        CompletableFuture<Integer> code = begin(first, up ? "STOR" : "RETR", line);

        assertThat(second.run(line.toArray())).isEqualTo(1);
        assertThat(second.err())
                .contains("Another command (process " + ProcessHandle.current().pid() + ")", "/tree just now");
        assertThat(target.resolve("a")).doesNotExist();

        server.release();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(first::all)
                .isZero();
        assertThat(target.resolve("a")).hasContent("content");
        assertThat(second.run(line.toArray())).as(second::all).isZero();
    }

    @ParameterizedTest
    @CsvSource({"mirror up --delete,DELE,0,served", "mirror down --delete,SIZE,1,local"})
    void aMirrorHasItsTargetForItselfUntilItHasDeleted(String command, String verb, int before, String side)
            throws Exception {
        Path source = (side.equals("served") ? local : served).resolve("tree");
        Path target = (side.equals("served") ? served : local).resolve("tree");
        write(source.resolve("a"), "content");
        write(source.resolve("b"), "content");
        write(target.resolve("extra"), "rubbish");
        List<Object> line = CommandLines.both(command, local.resolve("tree"), url + "/tree");
        String writing = side.equals("served") ? "put" : "get";
        Shell first = new Shell(folder.resolve("profile"));
        Shell second = new Shell(folder.resolve("profile"));
        CompletableFuture<Integer> code = begin(first, verb, before, line);

        assertThat(target.resolve("b")).hasContent("content");
        assertThat(second.run(CommandLines.both(writing, local.resolve("tree"), url + "/tree")
                        .toArray()))
                .as(second::all)
                .isEqualTo(1);
        assertThat(second.err()).contains("Another command");

        server.release();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(first::all)
                .isZero();
        assertThat(target.resolve("extra")).doesNotExist();
    }

    @Test
    void aFileInsideAFolderThatIsWrittenHasTheSameTarget() throws Exception {
        write(local.resolve("tree/a"), "content");
        write(local.resolve("b"), "another");
        Shell first = new Shell(folder.resolve("profile"));
        Shell second = new Shell(folder.resolve("profile"));
        CompletableFuture<Integer> code = begin(first, "STOR", List.of("mirror", local.resolve("tree"), url + "/tree"));

        assertThat(second.run("put", local.resolve("b"), url + "/tree")).isEqualTo(1);
        server.release();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
    }

    @Test
    void twoSourcesForOneTargetAreNamedAndTheFirstArrives() throws IOException {
        write(local.resolve("a/r.csv"), "first");
        write(local.resolve("b/r.csv"), "second");
        write(local.resolve("c"), "another");
        Shell shell = new Shell(folder.resolve("profile"));

        assertThat(shell.run("put", local.resolve("a/r.csv"), local.resolve("b/r.csv"), local.resolve("c"), url))
                .isEqualTo(1);

        assertThat(shell.err()).contains("a/r.csv", "b/r.csv", "one would replace the other");
        assertThat(shell.out()).contains("2 files transferred", "1 failed");
        assertThat(served.resolve("r.csv")).hasContent("first");
        assertThat(served.resolve("c")).hasContent("another");
    }

    @Test
    void otherTargetsBesideItAreFree() throws Exception {
        write(local.resolve("a"), "content");
        write(local.resolve("ab"), "another");
        write(served.resolve("a"), "theirs");
        Shell first = new Shell(folder.resolve("profile"));
        Shell second = new Shell(folder.resolve("profile"));
        CompletableFuture<Integer> code = begin(first, "STOR", List.of("put", local.resolve("a"), url + "/up"));

        assertThat(second.run("get", url + "/a", local.resolve("down")))
                .as(second::all)
                .isZero();
        server.release();
        assertThat(second.run("put", local.resolve("ab"), url + "/up"))
                .as(second::all)
                .isZero();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
    }

    @Test
    void fromAnotherProfileBothArriveWholeAndNoTemporaryFileIsShared() throws Exception {
        byte[] one = "one".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        byte[] two = "two".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        Files.createDirectories(local.resolve("1"));
        Files.createDirectories(local.resolve("2"));
        Files.write(local.resolve("1/file"), one);
        Files.write(local.resolve("2/file"), two);
        Shell first = new Shell(folder.resolve("profile"));
        Shell second = new Shell(folder.resolve("other profile"));
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(() -> first.run("put", local.resolve("1/file"), url + "/up"));
        second.run("put", local.resolve("2/file"), url + "/up");
        code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(Files.readAllBytes(served.resolve("up/file"))).isIn(one, two);
    }

    /** Begins a command and waits until its first file is on its way. */
    private CompletableFuture<Integer> begin(Shell shell, String verb, List<Object> line) throws Exception {
        return begin(shell, verb, 0, line);
    }

    /** Begins a command and waits until it has sent so many commands with a verb to the server, and one that is held. */
    private CompletableFuture<Integer> begin(Shell shell, String verb, int before, List<Object> line) throws Exception {
        server.holdAfter(before, verb);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> shell.run(line.toArray()));
        long start = System.nanoTime();
        while (server.commands(verb) <= before && !code.isDone()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            Thread.onSpinWait();
        }
        return code;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
