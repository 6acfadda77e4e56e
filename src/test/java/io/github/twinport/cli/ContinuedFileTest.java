// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ScriptedProxy;
import io.github.twinport.support.ServerKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that ends in the middle of a large file goes on with that file when it is given again. */
class ContinuedFileTest {

    private static final int SIZE = 16_000_000;

    /** So much of the file passes the first time; the rest is held back, so that no machine is too slow to end there. */
    private static final int PASSING = SIZE / 8 * 5;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How the first command ends. */
    enum End {
        INTERRUPTED,
        KILLED
    }

    @TempDir
    Path folder;

    private Path here;

    @BeforeEach
    void makeFolder() throws IOException {
        here = Files.createDirectories(folder.resolve("here"));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERRUPTED,VSFTPD,get",
        "INTERRUPTED,PROFTPD,mirror",
        "KILLED,VSFTPD,mirror",
        "KILLED,PROFTPD,get",
        "INTERRUPTED,VSFTPD,mirror --exclude=*.bak"
    })
    void aDownloadGoesOn(End end, ServerKind kind, String command) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN));
                var proxy = ScriptedProxy.start()) {
            Path source =
                    fill(Files.createDirectories(server.root().resolve("data")).resolve("large"));
            server.adopt();
            String path = command.equals("get") ? "/data/large" : "/data";

            runTwice(end, proxy, here, line(command, url(server, path), here.toString()));

            assertThat(here.resolve("large")).hasSameBinaryContentAs(source);
            assertThat(here).isDirectoryNotContaining("glob:**twinport-part");
        }
    }

    @ParameterizedTest
    @CsvSource({"INTERRUPTED,PROFTPD,put", "INTERRUPTED,VSFTPD,mirror", "KILLED,VSFTPD,put", "KILLED,PROFTPD,mirror"})
    void anUploadGoesOn(End end, ServerKind kind, String command) throws Exception {
        RealServer.assume(kind);
        Path source = fill(here.resolve("large"));
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN));
                var proxy = ScriptedProxy.start()) {
            String local = command.equals("put") ? source.toString() : here.toString();

            Path up = server.root().resolve("up");

            runTwice(end, proxy, up, line(command, local, url(server, "/up")));

            assertThat(up.resolve("large")).hasSameBinaryContentAs(source);
            assertThat(up).isDirectoryNotContaining("glob:**twinport-part");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSourceThatHasChangedBeginsAgain(boolean sameSize) throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN));
                var proxy = ScriptedProxy.start()) {
            Path source = fill(server.root().resolve("large"));
            server.adopt();
            List<String> command = line("get", url(server, "/large"), here.toString());
            end(End.INTERRUPTED, proxy, here, command);
            byte[] changed = new byte[sameSize ? SIZE : SIZE + 1];
            new Random(5).nextBytes(changed);
            Files.write(source, changed);
            server.adopt();

            assertThat(again(proxy, command)).isGreaterThan(SIZE);

            assertThat(here.resolve("large")).hasBinaryContent(changed);
        }
    }

    @Test
    void anotherChoiceOfFilesGoesOnWithTheFileAndLooksForTheOthers() throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.PLAIN));
                var proxy = ScriptedProxy.start()) {
            Path source =
                    fill(Files.createDirectories(server.root().resolve("data")).resolve("large"));
            Files.writeString(source.resolveSibling("small.bak"), "small");
            server.adopt();
            String url = url(server, "/data");
            end(End.INTERRUPTED, proxy, here, line("mirror --exclude=*.bak", url, here.toString()));

            assertThat(again(proxy, line("mirror", url, here.toString()))).isBetween(1L, SIZE * 3L / 4);

            assertThat(here.resolve("small.bak")).hasContent("small");
            assertThat(here.resolve("large")).hasSameBinaryContentAs(source);
            assertThat(here.toFile().list()).hasSize(2);
        }
    }

    private void runTwice(End end, ScriptedProxy proxy, Path target, List<String> command) throws Exception {
        end(end, proxy, target, command);
        assertThat(again(proxy, command)).isBetween(1L, SIZE * 3L / 4);
    }

    /** Runs a command until a good part has arrived where it goes and the journal knows so. */
    private void end(End end, ScriptedProxy proxy, Path target, List<String> command) throws Exception {
        List<String> held = throughProxy(proxy, command);
        proxy.holdAfter(PASSING);
        switch (end) {
            case INTERRUPTED -> {
                Shell shell = new Shell(folder.resolve("profile"));
                CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> shell.run(held.toArray()));
                await(() -> isBegun(target) || code.isDone());
                shell.interruption.request();
                assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as(shell::all)
                        .isEqualTo(130);
                assertThat(shell.err()).contains("goes on from there");
            }
            case KILLED -> {
                Process process = CommandProcess.start(folder.resolve("output"), held);
                try {
                    await(() -> isBegun(target) || !process.isAlive());
                    assertThat(process.isAlive()).isTrue();
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
        }
        proxy.cutAll();
    }

    private boolean isBegun(Path target) throws StoreException {
        return arrived(target) > SIZE / 2 && isKept();
    }

    /** Whether the journal knows the temporary file and the exact time of what it is a part of. */
    private boolean isKept() throws StoreException {
        try (Database database = Database.open(folder.resolve("profile"))) {
            return database.read(transaction -> transaction
                    .first("select 1 from transfer where partial_precision in ('SECOND', 'FRACTION')", row -> true)
                    .isPresent());
        }
    }

    /** Runs the command to its end; how many bytes that took. */
    private long again(ScriptedProxy proxy, List<String> command) {
        long before = proxy.carried();
        Shell shell = new Shell(folder.resolve("profile"));
        assertThat(shell.run(throughProxy(proxy, command).toArray()))
                .as(shell::all)
                .isZero();
        return proxy.carried() - before;
    }

    private List<String> throughProxy(ScriptedProxy proxy, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--proxy", "socks5://127.0.0.1:" + proxy.port()));
        line.addAll(List.of("--profile", folder.resolve("profile").toString()));
        return line;
    }

    private static List<String> line(String command, String source, String target) {
        List<String> line = new ArrayList<>(List.of(command.split(" ", -1)));
        line.addAll(List.of(source, target));
        return line;
    }

    private static String url(RealServer server, String path) {
        return "ftp://test:" + RealServer.PASSWORD + "@127.0.0.1:" + server.port() + path;
    }

    private static Path fill(Path file) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return Files.write(file, bytes);
    }

    /** The length of the longest file in the folder; 0 while there is none. */
    private static long arrived(Path target) {
        File[] files = target.toFile().listFiles();
        return files == null
                ? 0
                : Stream.of(files).mapToLong(File::length).max().orElse(0);
    }

    private static void await(Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            Thread.sleep(10);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
