// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCommandTest {

    @TempDir
    Path folder;

    private Path profile;
    private ApacheServer server;
    private Shell shell;
    private String url;

    @BeforeEach
    void start() throws IOException {
        Path served = Files.createDirectory(folder.resolve("served"));
        Files.writeString(served.resolve("file"), "x");
        server = ApacheServer.start(served);
        profile = folder.resolve("profile");
        shell = new Shell(profile);
        url = "ftp://test@" + server.host() + ":" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSavedPasswordNeedsOnlyTheMasterPassword() {
        save();

        shell.environment.put("TWINPORT_MASTER_PASSWORD", "master");
        assertThat(shell.run("ls", url)).as(shell::all).isZero();
        assertThat(shell.out()).contains("file");
        assertThat(shell.prompt()).isNull();
    }

    @Test
    void asksForTheMasterPasswordAtATerminal() {
        save();

        assertThat(shell.typing("master").run("ls", url)).as(shell::all).isZero();
        assertThat(shell.prompt()).startsWith("Master password");
    }

    @Test
    void aWrongMasterPasswordIsALoginThatFailed() {
        save();

        shell.environment.put("TWINPORT_MASTER_PASSWORD", "mister");
        assertThat(shell.run("ls", url)).isEqualTo(4);
        assertThat(shell.err()).contains("This is not the master password.");
        assertThat(shell.all()).doesNotContain("mister");
    }

    @Test
    void withoutTheMasterPasswordItSaysWhatIsMissing() {
        save();

        assertThat(shell.run("ls", url)).isEqualTo(2);
        assertThat(shell.err()).contains("TWINPORT_MASTER_PASSWORD");
    }

    @Test
    void thePasswordOfTheEnvironmentGoesFirst() {
        save();

        shell.environment.put("TWINPORT_PASSWORD", "wrong");
        assertThat(shell.run("ls", url)).isEqualTo(4);
    }

    @Test
    void listsAndForgetsButNeverShows() {
        save();

        assertThat(shell.run("password", "list")).isZero();
        assertThat(shell.out()).isEqualTo(url + "\n");
        assertThat(shell.run("password", "list", "--json")).isZero();
        assertThat(shell.json().getFirst().path("url").asString()).isEqualTo(url);
        assertThat(shell.run("password", "remove", url)).isZero();
        assertThat(shell.run("password", "remove", url)).isEqualTo(1);
        assertThat(shell.err()).contains("No password is saved");
        assertThat(shell.run("password", "list")).isZero();
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", " "})
    void aMasterPasswordThatProtectsNothingIsRefusedHoweverItIsGiven(String master) {
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        shell.environment.put("TWINPORT_MASTER_PASSWORD", master);
        assertThat(shell.run("password", "set", url)).isEqualTo(2);
        assertThat(shell.err()).contains("two characters");
        shell.environment.remove("TWINPORT_MASTER_PASSWORD");
        assertThat(shell.typing(master).run("password", "set", url)).isEqualTo(2);
        assertThat(shell.err()).contains("two characters");

        shell.environment.put("TWINPORT_MASTER_PASSWORD", "master");
        assertThat(shell.run("password", "set", url)).isZero();
        assertThat(shell.typing(master).run("password", "master")).isEqualTo(2);
        shell.environment.put("TWINPORT_NEW_MASTER_PASSWORD", master);
        assertThat(shell.run("password", "master")).isEqualTo(2);
        assertThat(shell.err()).contains("two characters");
    }

    @Test
    void theMasterPasswordCanBeChanged() {
        save();
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "master");
        shell.environment.put("TWINPORT_NEW_MASTER_PASSWORD", "new");
        assertThat(shell.run("password", "master")).as(shell::all).isZero();

        assertThat(shell.run("ls", url)).isEqualTo(4);
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "new");
        assertThat(shell.run("ls", url)).as(shell::all).isZero();
    }

    @Test
    void thereIsNoMasterPasswordToChangeInAnEmptyVault() {
        assertThat(shell.run("password", "master")).isEqualTo(1);
        assertThat(shell.err()).contains("No passwords are saved yet.");
    }

    @Test
    void aPasswordNeedsAServerAndAUser() {
        assertThat(shell.run("password", "set")).isEqualTo(2);
        assertThat(shell.run("password", "set", "ftp://ftp.example.org")).isEqualTo(2);
        assertThat(shell.err()).contains("Name server and user");
    }

    @Test
    void aProfileThatDoesNotExistIsNotMadeForAPasswordThatIsAsked() {
        assertThat(shell.typing(ApacheServer.PASSWORD).run("ls", url)).isZero();
        assertThat(shell.prompt()).startsWith("Password of test at ");
        assertThat(profile).doesNotExist();
    }

    private void save() {
        shell.environment.put("TWINPORT_PASSWORD", ApacheServer.PASSWORD);
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "master");
        assertThat(shell.run("password", "set", url)).as(shell::all).isZero();
        assertThat(shell.out()).contains("Saved the password of " + url);
        shell.environment.clear();
    }
}
