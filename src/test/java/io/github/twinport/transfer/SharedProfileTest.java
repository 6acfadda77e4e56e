// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FolderDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several running programs share one profile; some of them are killed without warning. */
class SharedProfileTest {

    private static final int FILES = 150;
    private static final int FOLDERS = 4;
    private static final int WORKERS = 2;

    /** After so many files of a folder the server waits, so that no machine is too slow to kill in the middle. */
    private static final int SOME = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Path served;
    private Path here;
    private ApacheServer server;

    @BeforeEach
    void serve() throws IOException {
        served = Files.createDirectories(folder.resolve("served"));
        here = Files.createDirectories(folder.resolve("here"));
        fill(served.resolve("one"));
        fill(served.resolve("two"));
        server = ApacheServer.start(served);
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        server.close();
    }

    @Test
    void bothTransferAndNothingIsLostOrDoubled() throws Exception {
        Process one = start("one");
        Process two = start("two");
        awaitEnd();

        leave(one);
        leave(two);
        assertThat(server.commands("RETR")).isEqualTo(2 * FILES);
        assertThatAllArrived();
        assertThat(count("select count(*) from transfer_instance")).isZero();
    }

    @Test
    void theOtherGoesOnWithTheWorkOfOneThatIsKilled() throws Exception {
        server.holdAfter(SOME, "RETR /one/");
        Process one = start("one");
        Process two = start("two");
        await(() -> arrived("one") > 0 && arrived("two") == FILES);

        kill(one);
        server.release();
        awaitEnd();
        leave(two);
        assertThat(server.commands("RETR")).isBetween(2L * FILES, 2L * FILES + WORKERS);
        assertThatAllArrived();
    }

    @Test
    void theNextGoesOnWithTheWorkOfTwoThatAreKilled() throws Exception {
        server.holdAfter(SOME, "RETR /one/");
        server.holdAfter(SOME, "RETR /two/");
        Process one = start("one");
        Process two = start("two");
        await(() -> arrived("one") > 0 && arrived("two") > 0);
        kill(one);
        kill(two);
        server.release();
        assertThat(arrived("one") + arrived("two")).isLessThan(2 * FILES);

        Process next = start();
        awaitEnd();
        leave(next);
        assertThat(server.commands("RETR")).isBetween(2L * FILES, 2L * FILES + 2 * WORKERS);
        assertThatAllArrived();
    }

    @Test
    void twoThatComeTogetherShareTheWorkOfOneThatWasKilled() throws Exception {
        server.holdAfter(SOME, "RETR /one/");
        Process one = start("one", "two");
        await(() -> arrived("one") > 0);
        kill(one);
        server.release();

        Process next = start();
        Process another = start();
        awaitEnd();
        leave(next);
        leave(another);
        assertThat(server.commands("RETR")).isBetween(2L * FILES, 2L * FILES + WORKERS);
        assertThatAllArrived();
    }

    private Process start(String... folders) throws IOException {
        Process process =
                QueueProcess.start(folder.resolve("output"), folder.resolve("profile"), server, here, folders);
        processes.add(process);
        return process;
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Lets one end in good order. */
    private void leave(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
    }

    private void assertThatAllArrived() throws Exception {
        assertThat(FolderDigest.of(here)).isEqualTo(FolderDigest.of(served));
        assertThat(count("select count(*) - count(distinct parent || '/' || remote_name) from transfer"))
                .isZero();
    }

    /** Waits until everything is there and the journal says so. */
    private void awaitEnd() throws Exception {
        await(() -> arrived("one") + arrived("two") == 2 * FILES
                && count("select count(*) from transfer where status <> " + Status.DONE.code()) == 0);
    }

    private int count(String query) throws StoreException {
        try (Database database = Database.open(folder.resolve("profile"))) {
            return database.read(transaction ->
                    transaction.first(query, row -> row.getInt(1)).orElseThrow());
        }
    }

    private long arrived(String name) {
        long files = 0;
        for (int i = 0; i < FOLDERS; i++) {
            String[] names =
                    here.resolve(name).resolve("sub" + i).toFile().list((where, file) -> file.startsWith("file"));
            files += names == null ? 0 : names.length;
        }
        return files;
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("waited in vain: " + arrived("one") + " and " + arrived("two") + " files, "
                        + count("select count(*) from transfer where status <> " + Status.DONE.code())
                        + " not done, "
                        + Files.readString(folder.resolve("output")));
            }
            Thread.sleep(20);
        }
    }

    /** Four folders with files of several sizes. */
    private static void fill(Path tree) throws IOException {
        Random random = new Random(7);
        FileTime time = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        for (int i = 0; i < FILES; i++) {
            Path file = tree.resolve("sub" + i % FOLDERS).resolve("file" + i);
            Files.createDirectories(file.getParent());
            byte[] bytes = new byte[random.nextInt(i % 20 == 0 ? 300_000 : 5_000)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);
        }
    }
}
