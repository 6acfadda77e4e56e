// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.SmallDisk;
import io.github.twinport.support.UploadQuota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whole commands into real servers that have no room for one file, or for none. */
class RoomOnServersTest {

    private static final int SMALL = 40;
    private static final int SMALL_SIZE = 1_000;
    private static final int LARGE_SIZE = 3_000_000;
    private static final long QUOTA = 1_000_000;
    private static final long DISK = 8_000_000;

    @TempDir
    Path folder;

    private Shell shell;
    private Path tree;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
        // Servers reach their disk as another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        tree = Files.createDirectory(folder.resolve("tree"));
    }

    @ParameterizedTest
    @CsvSource({"put,1", "put,4", "mirror,2"})
    void aQuotaRefusesTheLargeFileAndTakesTheSmallOnes(String command, int jobs) throws Exception {
        UploadQuota.assume();
        fill();
        var options = RealServer.Options.of(Security.PLAIN).extra(UploadQuota.lines(folder, QUOTA));
        try (var server = RealServer.start(ServerKind.PROFTPD, options)) {
            Files.createDirectory(server.root().resolve("tree"));
            server.adopt();
            String url = "ftp://test@127.0.0.1:" + server.port() + (command.equals("put") ? "" : "/tree");

            assertThat(shell.run(command, "--jobs", jobs, "--json", tree, url))
                    .as(() -> shell.all() + server.log())
                    .isEqualTo(1);

            assertNamed("large", SMALL);
            assertSmallOnesArrived(server.root().resolve("tree"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aDiskWithRoomForSmallFilesGetsThem(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        fill();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), DISK);
                var server = RealServer.start(
                        kind, RealServer.Options.of(Security.PLAIN).root(disk.folder()))) {
            disk.fill(QUOTA);

            assertThat(shell.run("put", "--json", tree, "ftp://test@127.0.0.1:" + server.port()))
                    .as(() -> shell.all() + server.log())
                    .isEqualTo(1);

            assertNamed("large", SMALL);
            assertSmallOnesArrived(disk.folder().resolve("tree"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aDiskWithoutAnyRoomEndsTheCommandWhichGoesOnLater(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        fill();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), DISK);
                var server = RealServer.start(
                        kind, RealServer.Options.of(Security.PLAIN).root(disk.folder()))) {
            Files.createDirectory(disk.folder().resolve("tree"));
            server.adopt();
            disk.fill(0);
            List<Object> line = List.of("put", "--json", tree, "ftp://test@127.0.0.1:" + server.port());

            assertThat(shell.run(line.toArray()))
                    .as(() -> shell.all() + server.log())
                    .isEqualTo(1);
            JsonNode sums = shell.json().getLast();
            assertThat(sums.get("done").asInt()).as(shell::all).isZero();
            assertThat(sums.get("failed").asInt()).as(shell::all).isPositive();
            assertThat(sums.get("failed").asInt() + sums.get("left").asInt())
                    .as(shell::all)
                    .isEqualTo(SMALL + 1);
            assertThat(failed()).hasSize(sums.get("failed").asInt());

            disk.makeRoom();
            assertThat(shell.run(line.toArray()))
                    .as(() -> shell.all() + server.log())
                    .isZero();
            assertThat(disk.folder().resolve("tree/large")).hasSize(LARGE_SIZE);
            assertSmallOnesArrived(disk.folder().resolve("tree"));
        }
    }

    private void fill() throws IOException {
        Files.write(tree.resolve("large"), new byte[LARGE_SIZE]);
        for (int i = 0; i < SMALL; i++) {
            Files.write(tree.resolve("small" + i), new byte[SMALL_SIZE]);
        }
    }

    private void assertNamed(String name, int done) {
        JsonNode sums = shell.json().getLast();
        assertThat(sums.get("done").asInt()).as(shell::all).isEqualTo(done);
        assertThat(sums.get("failed").asInt()).as(shell::all).isEqualTo(1);
        assertThat(sums.get("left").asInt()).as(shell::all).isZero();
        assertThat(failed())
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).contains("/tree/" + name));
    }

    private List<JsonNode> failed() {
        return shell.json().stream()
                .filter(event -> event.path("state").asString("").equals("failed"))
                .toList();
    }

    private static void assertSmallOnesArrived(Path there) throws IOException {
        try (Stream<Path> files = Files.list(there)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("small")))
                    .hasSize(SMALL)
                    .allSatisfy(file -> assertThat(file).hasSize(SMALL_SIZE));
        }
    }
}
