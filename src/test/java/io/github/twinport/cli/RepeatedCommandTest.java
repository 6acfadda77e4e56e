// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FolderDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command again looks at both sides again, however the one before has ended. */
class RepeatedCommandTest {

    private static final Instant OLD = Instant.parse("2025-03-04T05:06:07Z");
    private static final int FILES = 12;
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
    @ValueSource(strings = {"get", "put", "mirror up", "mirror down", "mirror up --delete", "mirror down --delete"})
    void afterAnInterruptionItSeesWhatIsNewAndWhatHasChanged(String command) throws Exception {
        boolean up = command.startsWith("put") || command.startsWith("mirror up");
        Path source = (up ? local : served).resolve("tree");
        Path target = (up ? served : local).resolve("tree");
        for (int i = 0; i < FILES; i++) {
            write(source.resolve("sub" + i % 3 + "/file" + i), "content " + i);
        }
        List<Object> line = line(command);
        interrupt(up ? "STOR" : "RETR", line);
        long there = files(target);
        assertThat(there).isBetween(1L, FILES - 1L);

        for (int i = 0; i < FILES; i++) {
            write(source.resolve("sub" + i % 3 + "/file" + i), "other content " + i);
        }
        write(source.resolve("sub0/new"), "new");
        write(source.resolve("newer/file"), "newer");
        Files.delete(source.resolve("sub1/file1"));
        Files.delete(source.resolve("sub2/file2"));
        Shell again = new Shell(folder.resolve("profile"));

        assertThat(again.run(line.toArray())).as(again::all).isZero();

        Files.deleteIfExists(target.resolve("sub1/file1"));
        Files.deleteIfExists(target.resolve("sub2/file2"));
        assertThat(FolderDigest.of(target)).isEqualTo(FolderDigest.of(source));
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "put", "mirror up", "mirror down"})
    void aFileThatCannotBeTransferredKeepsBackNothingElse(String command) throws Exception {
        boolean up = command.startsWith("put") || command.startsWith("mirror up");
        Path source = (up ? local : served).resolve("tree");
        Path target = (up ? served : local).resolve("tree");
        write(source.resolve("a"), "a");
        write(source.resolve("bad"), "file");
        write(target.resolve("bad/in the way"), "folder");
        List<Object> line = line(command);
        Shell shell = new Shell(folder.resolve("profile"));
        assertThat(shell.run(line.toArray())).as(shell::all).isEqualTo(1);
        assertThat(kept()).isZero();

        write(source.resolve("a"), "longer");
        write(source.resolve("new"), "new");
        write(source.resolve("sub/new"), "new");

        assertThat(shell.run(line.toArray())).as(shell::all).isEqualTo(1);
        assertThat(target.resolve("a")).hasContent("longer");
        assertThat(target.resolve("new")).hasContent("new");
        assertThat(target.resolve("sub/new")).hasContent("new");
    }

    @Test
    void aFileThatIsGoneFromTheSourceIsNotFetchedAndNothingFails() throws Exception {
        write(served.resolve("tree/a"), "a");
        write(served.resolve("tree/b"), "b");
        List<Object> line = line("get");
        interrupt("RETR", line);
        Files.delete(served.resolve("tree/a"));
        Files.delete(served.resolve("tree/b"));
        Shell again = new Shell(folder.resolve("profile"));

        assertThat(again.run(line.toArray())).as(again::all).isZero();
        assertThat(again.out()).startsWith("No files transferred");
    }

    private List<Object> line(String command) {
        return CommandLines.both(command, local.resolve("tree"), url + "/tree");
    }

    /** Runs a command until some files have arrived. */
    private void interrupt(String verb, List<Object> line) throws Exception {
        int some = 1 + (int) server.commands(verb);
        server.holdAfter(some, verb);
        Shell shell = new Shell(folder.resolve("profile"));
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> shell.run(line.toArray()));
        long start = System.nanoTime();
        while (server.commands(verb) <= some && !code.isDone()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            Thread.sleep(5);
        }
        shell.interruption.request();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(shell::all)
                .isEqualTo(130);
        server.release();
    }

    /** How many rows the journal holds. */
    private int kept() throws Exception {
        try (Database database = Database.open(folder.resolve("profile"))) {
            return database.read(transaction -> transaction
                    .first(
                            "select (select count(*) from transfer) + (select count(*) from transfer_job)",
                            row -> row.getInt(1))
                    .orElseThrow());
        }
    }

    private static long files(Path tree) throws IOException {
        try (var found = Files.walk(tree)) {
            return found.filter(Files::isRegularFile).count();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(OLD));
    }
}
