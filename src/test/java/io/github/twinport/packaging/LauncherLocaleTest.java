// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program by its start script in an empty environment, as scheduled tasks and containers do. */
@EnabledOnOs(OS.LINUX)
class LauncherLocaleTest {

    private static final Pattern LIBRARIES = Pattern.compile(
            "(javafx-|controlsfx|ikonli-|atlantafx|sqlite-jdbc|picocli-|jackson-core|slf4j-(api|jdk14)).*\\.jar");

    @TempDir
    private Path folder;

    @Test
    void namesAndPasswordsAreSentInUtf8() throws Exception {
        install();
        Files.writeString(folder.resolve("\u00FC.txt"), "content");
        Queue<String> passwords = new ConcurrentLinkedQueue<>();
        Queue<String> stored = new ConcurrentLinkedQueue<>();
        Responder responder = Responder.standard()
                .on("PASS", (s, password) -> {
                    passwords.add(password);
                    s.send("230 welcome");
                })
                .on(
                        "STOR",
                        (s, name) ->
                                s.send("150 go").data(ScriptedData::receive).send("226 done"))
                .on("SIZE", "550 no such file")
                .on("RNFR", "350 to?")
                .on("RNTO", (s, name) -> {
                    stored.add(name);
                    s.send("250 renamed");
                });
        try (ScriptedServer server = ScriptedServer.startForEach(responder)) {
            Process process = new ProcessBuilder(
                            "env",
                            "-i",
                            "LC_ALL=C",
                            "HOME=" + folder,
                            "JAVA_HOME=" + System.getProperty("java.home"),
                            "PATH=/usr/bin:/bin",
                            "TWINPORT_PASSWORD=geh\u00E4im",
                            folder.resolve("bin/twinport").toString(),
                            "put",
                            "\u00FC.txt",
                            "ftp://user@127.0.0.1:" + server.port() + "/")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();

            assertThat(process.waitFor())
                    .as(() -> read(folder.resolve("output")))
                    .isZero();
            assertThat(passwords).containsOnly("geh\u00E4im");
            assertThat(stored).singleElement().asString().endsWith("\u00FC.txt");
        }
    }

    private void install() throws IOException {
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("twinport");
        Files.copy(Path.of("packaging/launcher/twinport"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            String name = path.getFileName().toString();
            if (LIBRARIES.matcher(name).matches()) {
                Files.createSymbolicLink(libraries.resolve(name), path);
            } else if (Files.exists(path.resolve("module-info.class"))) {
                String jar = libraries.resolve("twinport.jar").toString();
                ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "-cf", jar, "-C", entry, ".");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
