// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.sites.options.LoginOptions;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.sites.options.TransferOptions;
import io.github.twinport.sites.options.TransferOptions.VerificationChoice;
import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code site:NAME/PATH} in place of a URL. */
class SavedSiteCommandTest {

    @TempDir
    Path folder;

    private Path served;
    private Path profile;
    private ApacheServer server;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        served = Files.createDirectories(folder.resolve("served"));
        Files.createDirectories(served.resolve("reports/2026"));
        Files.writeString(served.resolve("reports/a.txt"), "a report");
        Files.writeString(served.resolve("top.txt"), "at the top");
        profile = folder.resolve("profile");
        server = ApacheServer.start(served);
        shell = new Shell(profile);
        shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPathIsListedAndAFileFetched() throws Exception {
        save("Office", "", "/reports", SiteOptions.DEFAULT);

        assertThat(shell.run("ls", "site:Office/reports/2026")).as(shell::all).isZero();
        assertThat(shell.run("get", "site://Office/top.txt", folder.resolve("back")))
                .as(shell::all)
                .isZero();
        assertThat(folder.resolve("back/top.txt")).hasContent("at the top");
    }

    @Test
    void withoutAPathItsFolderIsMeant() throws Exception {
        save("Office", "", "/reports", SiteOptions.DEFAULT);

        assertThat(shell.run("ls", "site:office")).as(shell::all).isZero();
        assertThat(shell.out()).contains("a.txt", "2026").doesNotContain("top.txt");
        assertThat(shell.run("put", Files.writeString(folder.resolve("new.txt"), "new"), "site:Office"))
                .as(shell::all)
                .isZero();
        assertThat(served.resolve("reports/new.txt")).hasContent("new");
    }

    @Test
    void nothingIsDeletedThatWasNotNamed() throws Exception {
        save("Office", "", "/reports", SiteOptions.DEFAULT);

        assertThat(shell.run("rm", "--recursive", "site:Office")).isEqualTo(ExitCode.USAGE.number());
        assertThat(served.resolve("reports/a.txt")).exists();
    }

    @Test
    void whatIsSetForItHoldsUnlessTheCommandSaysOtherwise() throws Exception {
        save(
                "Office",
                "",
                "",
                SiteOptions.DEFAULT
                        .withLogin(new LoginOptions("", "", List.of("NOOP")))
                        .withTransfers(
                                new TransferOptions(VerificationChoice.USUAL, false, false, true, 1, false, null)));
        Path file = Files.writeString(folder.resolve("new.txt"), "new");

        assertThat(shell.run("put", "--log", file, "site:Office/reports"))
                .as(shell::all)
                .isZero();
        assertThat(shell.err()).contains("MODE Z").contains("STOR /reports/new.txt");
        assertThat(shell.err().lines().filter(line -> line.contains("NOOP"))).isNotEmpty();
        assertThat(served.resolve("reports/new.txt")).hasContent("new");
    }

    @Test
    void sitesOfOneNameAreToldApartByTheirFolders() throws Exception {
        save("Office", "Home", "/", SiteOptions.DEFAULT);
        save("Office", "Work", "/reports", SiteOptions.DEFAULT);

        assertThat(shell.run("ls", "site:Office")).isEqualTo(ExitCode.USAGE.number());
        assertThat(shell.err()).contains("Home/Office, Work/Office");
        assertThat(shell.run("ls", "site:Work%2FOffice")).as(shell::all).isZero();
        assertThat(shell.out()).contains("a.txt");
    }

    @Test
    void aSiteThatIsNotSavedIsAWrongCommandLine() throws Exception {
        assertThat(shell.run("ls", "site:Nowhere/a")).isEqualTo(ExitCode.USAGE.number());
        assertThat(shell.err()).contains("“Nowhere”");
        assertThat(profile).doesNotExist();
        save("Office", "", "", SiteOptions.DEFAULT);
        assertThat(shell.run("ls", "site:Nowhere/a")).isEqualTo(ExitCode.USAGE.number());
        assertThat(shell.run("ls", "site:Off%2")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void thePasswordIsTheOneThatIsSavedForItsLogin() throws Exception {
        save("Office", "", "", SiteOptions.DEFAULT);
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "a master password");
        assertThat(shell.run("password", "set", "site:Office")).as(shell::all).isZero();
        shell.environment.remove("TWINPORT_PASSWORD");

        assertThat(shell.run("ls", "site:Office/")).as(shell::all).isZero();
        assertThat(shell.out()).contains("top.txt");
        assertThat(shell.prompt()).isNull();
    }

    private void save(String name, String inFolder, String remoteFolder, SiteOptions options) throws Exception {
        try (Database database = Database.open(profile)) {
            new SiteRepository(database)
                    .save(new Site(
                            Site.UNSAVED,
                            name,
                            inFolder,
                            new Server(server.host(), server.port(), Security.PLAIN),
                            "test",
                            false,
                            DataMode.PASSIVE,
                            Site.AUTOMATIC_CHARSET,
                            "",
                            remoteFolder,
                            options));
        }
    }
}
