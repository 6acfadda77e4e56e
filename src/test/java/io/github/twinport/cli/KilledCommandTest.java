// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commands that are killed without warning and given again until they are done. The full size is
 * {@code -Dtwinport.kill.files=2000 -Dtwinport.kill.times=15}.
 */
class KilledCommandTest {

    private static final int FILES = Integer.getInteger("twinport.kill.files", 200);
    private static final int KILLS = Integer.getInteger("twinport.kill.times", 3);
    private static final int JOBS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void anUploadArrivesWholeAndNothingIsSentTwice(Security security) throws Exception {
        Path source = fill(folder.resolve("tree"));
        Path served = Files.createDirectories(folder.resolve("served"));
        try (ApacheServer server = ApacheServer.start(served, ApacheServer.Options.of(security))) {
            survive(server, "STOR", "put", source.toString(), url(server, security, "/"));
        }
        assertThat(FolderDigest.of(served.resolve("tree"))).isEqualTo(FolderDigest.of(source));
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void aDownloadArrivesWholeAndNothingIsFetchedTwice(Security security) throws Exception {
        Path served = Files.createDirectories(folder.resolve("served"));
        Path source = fill(served.resolve("tree"));
        Path here = Files.createDirectories(folder.resolve("here"));
        try (ApacheServer server = ApacheServer.start(served, ApacheServer.Options.of(security))) {
            survive(server, "RETR", "get", url(server, security, "/tree"), here.toString());
        }
        assertThat(FolderDigest.of(here.resolve("tree"))).isEqualTo(FolderDigest.of(source));
    }

    private void survive(ApacheServer server, String verb, String... command) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            long enough = server.commands(verb) + 1 + random.nextInt(FILES / (KILLS + 2));
            Process process = start(command);
            try {
                await(() -> server.commands(verb) >= enough || !process.isAlive());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Process last = start(command);
        assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).as(() -> output()).isZero();
        assertThat(server.commands(verb)).isBetween((long) FILES, FILES + (long) KILLS * JOBS);
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(
                "--insecure",
                "--jobs",
                Integer.toString(JOBS),
                "--profile",
                folder.resolve("profile").toString()));
        return CommandProcess.start(folder.resolve("output"), line);
    }

    private Path fill(Path tree) throws IOException {
        for (int i = 0; i < FILES; i++) {
            Path file = tree.resolve("sub" + i % 7).resolve("file" + i);
            Files.createDirectories(file.getParent());
            byte[] bytes = new byte[random.nextInt(i % 20 == 0 ? 500_000 : 5_000)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
        }
        FileTime time = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        try (var all = Files.walk(tree)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(path, time);
            }
        }
        return tree;
    }

    private static String url(ApacheServer server, Security security, String path) {
        String scheme = security == Security.PLAIN ? "ftp://" : "ftpes://";
        return scheme + ApacheServer.USER + ":" + ApacheServer.PASSWORD + "@" + server.host() + ":" + server.port()
                + path;
    }

    private static void await(Condition condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            Thread.sleep(1);
        }
    }

    private interface Condition {
        boolean holds();
    }
}
