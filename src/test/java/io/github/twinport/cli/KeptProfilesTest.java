// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.sites.ServerProfileRepository;
import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.NarrowGate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and window share what is known of servers. */
class KeptProfilesTest {

    @TempDir
    Path folder;

    private Path served;
    private Path profile;
    private ApacheServer server;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        served = Files.createDirectories(folder.resolve("served/tree"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(served.resolve("file" + i), "content of " + i);
        }
        profile = folder.resolve("other profile");
        server = ApacheServer.start(folder.resolve("served"));
        shell = new Shell(folder.resolve("usual profile"));
        shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTransferKeepsWhatItHasLearntInTheProfileThatIsNamed() throws Exception {
        assertThat(shell.run("get", "--profile", profile, url(server.port()) + "/tree", folder.resolve("back")))
                .as(shell::all)
                .isZero();

        assertThat(known(server.port())).isNotEqualTo(ServerProfile.UNKNOWN);
        assertThat(folder.resolve("usual profile")).doesNotExist();
    }

    @Test
    void aListingUsesWhatTheWindowHasLearntAndAddsToIt() throws Exception {
        Server known = new Server("127.0.0.1", server.port(), Security.PLAIN);
        try (Database database = Database.open(profile)) {
            new ServerProfileRepository(database, Clock.systemUTC())
                    .learnt(known, "test", new ServerProfile(null, false, false, true, false));
        }

        assertThat(shell.run("ls", "--log", "--profile", profile, url(server.port()) + "/tree"))
                .as(shell::all)
                .isZero();

        assertThat(shell.err()).contains("LIST").doesNotContain("MLSD /").doesNotContain("> MLSD");
        assertThat(shell.out()).contains("file19");
        assertThat(known(server.port()).dataMethod()).isNotNull();
    }

    @Test
    void aListingWithoutAProfileMakesNone() {
        assertThat(shell.run("ls", url(server.port()) + "/tree")).as(shell::all).isZero();

        assertThat(folder.resolve("usual profile")).doesNotExist();
    }

    @Test
    void aLimitThatTheWindowHasLearntHoldsForCommands() throws Exception {
        try (var gate = new NarrowGate(server.host(), server.port(), 100)) {
            Server known = new Server("127.0.0.1", gate.port(), Security.PLAIN);
            try (Database database = Database.open(profile)) {
                new ServerProfileRepository(database, Clock.systemUTC()).learntConnectionLimit(known, "test", 1);
            }

            assertThat(shell.run(
                            "get",
                            "--jobs",
                            "4",
                            "--profile",
                            profile,
                            url(gate.port()) + "/tree",
                            folder.resolve("back")))
                    .as(shell::all)
                    .isZero();

            assertThat(folder.resolve("back/tree/file19")).hasContent("content of 19");
            assertThat(gate.most()).isEqualTo(1);
        }
    }

    private static String url(int port) {
        return "ftp://test@127.0.0.1:" + port;
    }

    private ServerProfile known(int port) throws Exception {
        try (Database database = Database.open(profile)) {
            return new ServerProfileRepository(database, Clock.systemUTC())
                    .find(new Server("127.0.0.1", port, Security.PLAIN), "test");
        }
    }
}
