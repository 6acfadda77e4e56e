// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process of its own writes: all that it has to say, or an error, and nothing of Java's log. */
class LostOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "manual",
                "put --help",
                "password list",
                "ls URL",
                "ls --json URL",
                "mkdir URL"
            })
    void outputThatCannotBeWrittenIsAnError(String line) throws Exception {
        Responder files = Responder.standard()
                .on("CWD", (s, path) -> s.send(path.equals("/new") ? "550 no" : "250 ok"))
                .on("SIZE", "550 no")
                .on("MKD", "257 \"/new\" made")
                .on(
                        "MLSD",
                        (s, path) -> s.send("150 coming")
                                .data(d -> d.send("type=file; a\r\n"))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(files)) {
            String path = line.startsWith("mkdir") ? "/new" : "/";
            String url = "ftp://ada:pw@" + server.host() + ":" + server.port() + path;
            boolean saved = line.startsWith("password");
            if (saved) {
                save();
            }
            List<String> command = List.of(line.replace("URL", url).split(" "));
            Process process = CommandProcess.start(FULL, saved ? profiled(command) : command);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void nothingOfTheLogOfJavaReachesTheTerminal() throws Exception {
        try (Database database = Database.open(folder.resolve("profile"))) {
            database.write(
                    transaction -> transaction.update(
                            "insert into site (name, folder, host, port, security, user, anonymous, data_mode, charset,"
                                    + " local_folder, remote_folder) values ('odd', '', 'h', 0, 'NONE', '', 1, '', '', '', '')"));
        }
        Path output = Files.createFile(folder.resolve("output"));
        Process process = CommandProcess.start(output, profiled(List.of("ls", "site:odd")));
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(output)).startsWith("twinport: ").hasLineCount(1);
    }

    private List<String> profiled(List<String> command) {
        List<String> longer = new java.util.ArrayList<>(command);
        longer.addAll(List.of("--profile", folder.resolve("profile").toString()));
        return longer;
    }

    private void save() throws IOException {
        Shell shell = new Shell(folder.resolve("profile"));
        shell.environment.put("TWINPORT_PASSWORD", "pw");
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "a master password");
        assertThat(shell.run("password", "set", "ftp://ada@h/")).isZero();
    }
}
