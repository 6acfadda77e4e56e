// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.transfer.TemporaryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads to servers that refuse renames, or the names of temporary files: nothing that was there gets lost. */
class StubbornServersTest {

    private static final int PAGES = 30;

    /** Servers that rename nothing. */
    enum NoRenames {
        VSFTPD(ServerKind.VSFTPD, "cmds_denied=RNTO"),
        VSFTPD_FROM(ServerKind.VSFTPD, "cmds_denied=RNFR"),
        PROFTPD(ServerKind.PROFTPD, "<Limit RNTO>", "DenyAll", "</Limit>"),
        PUREFTPD(ServerKind.PUREFTPD, "-G");

        private final ServerKind kind;

        @SuppressWarnings("ImmutableEnumChecker") // Lists made by List.of do not change.
        private final List<String> settings;

        NoRenames(ServerKind kind, String... settings) {
            this.kind = kind;
            this.settings = List.of(settings);
        }
    }

    /** Servers that take no file with the usual temporary name. */
    enum NoDots {
        VSFTPD(ServerKind.VSFTPD, "deny_file={*/.*,.*}"),
        VSFTPD_ENDING(ServerKind.VSFTPD, "deny_file={*-part}"),
        PROFTPD(ServerKind.PROFTPD, "PathDenyFilter \"(^|/)[.][^/]+$\""),
        PROFTPD_ENDING(ServerKind.PROFTPD, "PathAllowFilter \"[.]html$\""),
        PUREFTPD(ServerKind.PUREFTPD, "-x");

        private final ServerKind kind;

        @SuppressWarnings("ImmutableEnumChecker") // Lists made by List.of do not change.
        private final List<String> settings;

        NoDots(ServerKind kind, String... settings) {
            this.kind = kind;
            this.settings = List.of(settings);
        }
    }

    @TempDir
    Path folder;

    private Shell shell;
    private Path here;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", RealServer.PASSWORD);
        here = Files.createDirectories(folder.resolve("here"));
    }

    @ParameterizedTest
    @EnumSource
    void mirrorKeepsWhatItCannotReplaceAndSendsWhatIsNew(NoRenames stubborn) throws Exception {
        try (var server = start(stubborn.kind, stubborn.settings)) {
            Path site = fill(server);

            assertThat(shell.run("mirror", here, url(server))).as(shell::all).isEqualTo(1);

            assertThat(shell.err().split("html was not replaced", -1)).hasSize(2);
            assertThat(shell.err().split("--temporary-names off", -1)).hasSize(2);
            assertThat(shell.err().lines().filter(line -> line.contains("The same as with ")))
                    .hasSize(PAGES - 1)
                    .allMatch(line -> line.length() < 300);
            for (int i = 0; i < PAGES; i++) {
                assertThat(shell.err()).contains("twinport: " + here.resolve(page(i)) + ": ");
            }
            for (int i = 0; i < PAGES; i++) {
                assertThat(site.resolve(page(i))).hasContent("old " + i);
            }
            assertThat(site.resolve("new1.html")).hasContent("brand new 1");
            assertThat(site.resolve("new2.html")).hasContent("brand new 2");
            assertNothingElse(site);

            assertThat(shell.run("mirror", "--temporary-names", "off", here, url(server)))
                    .as(shell::all)
                    .isZero();
            assertAllNew(site);
        }
    }

    @ParameterizedTest
    @EnumSource
    void putSendsNewFilesStraightWhereNothingIsRenamed(NoRenames stubborn) throws Exception {
        try (var server = start(stubborn.kind, stubborn.settings)) {
            Path small = Files.writeString(here.resolve("small"), "small content");
            Path large = Files.write(here.resolve("large"), new byte[3_000_000]);

            assertThat(shell.run("put", large, small, "ftp://test@127.0.0.1:" + server.port() + "/up"))
                    .as(shell::all)
                    .isZero();

            Path up = server.root().resolve("up");
            assertThat(up.resolve("small")).hasContent("small content");
            assertThat(up.resolve("large")).hasBinaryContent(new byte[3_000_000]);
            assertThat(up.toFile().list()).hasSize(2);
            assertThat(shell.run("put", "--temporary-names=on", small, "ftp://test@127.0.0.1:" + server.port() + "/on"))
                    .as(shell::all)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mirrorFindsNamesThatTheServerTakes(NoDots stubborn) throws Exception {
        try (var server = start(stubborn.kind, stubborn.settings)) {
            Path site = fill(server);

            assertThat(shell.run("mirror", here, url(server))).as(shell::all).isZero();

            assertAllNew(site);
            assertNothingElse(site);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmds_denied=RNTO", "deny_file={*/.*,.*}"})
    void whatWasLearntIsKeptInTheProfile(String setting) throws Exception {
        try (var server = start(ServerKind.VSFTPD, List.of(setting))) {
            Files.writeString(here.resolve("first.html"), "first");
            assertThat(shell.run("mirror", here, url(server))).as(shell::all).isZero();
            Files.writeString(here.resolve("second.html"), "second");

            assertThat(shell.run("mirror", "--log", here, url(server)))
                    .as(shell::all)
                    .isZero();

            assertThat(shell.all().lines().filter(line -> line.contains("STOR ")))
                    .as(shell::all)
                    .hasSize(1);
            assertThat(shell.all()).doesNotContain("DELE ");
            assertThat(server.root().resolve("site/second.html")).hasContent("second");
        }
    }

    private static RealServer start(ServerKind kind, List<String> settings) throws Exception {
        RealServer.assume(kind);
        return RealServer.start(kind, RealServer.Options.of(Security.PLAIN).extra(settings.toArray(String[]::new)));
    }

    private Path fill(RealServer server) throws Exception {
        Path site = Files.createDirectories(server.root().resolve("site"));
        for (int i = 0; i < PAGES; i++) {
            Path old = Files.writeString(site.resolve(page(i)), "old " + i);
            Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
            Files.writeString(here.resolve(page(i)), "changed page " + i);
        }
        Files.writeString(here.resolve("new1.html"), "brand new 1");
        Files.writeString(here.resolve("new2.html"), "brand new 2");
        server.adopt();
        return site;
    }

    private static void assertAllNew(Path site) {
        for (int i = 0; i < PAGES; i++) {
            assertThat(site.resolve(page(i))).hasContent("changed page " + i);
        }
        assertThat(site.resolve("new1.html")).hasContent("brand new 1");
        assertThat(site.resolve("new2.html")).hasContent("brand new 2");
    }

    private static void assertNothingElse(Path site) {
        String[] names = site.toFile().list();
        assertThat(names).hasSize(PAGES + 2);
        assertThat(Arrays.stream(names)).noneMatch(TemporaryName::isTemporary);
    }

    private static String page(int number) {
        return "page" + number + ".html";
    }

    private static String url(RealServer server) {
        return "ftp://test@127.0.0.1:" + server.port() + "/site";
    }
}
