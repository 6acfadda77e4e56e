// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the start script in a folder of its own, with Javas that only print their arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherScriptTest {

    private static final Path SCRIPT = Path.of("packaging/launcher/twinport");

    @TempDir
    private Path folder;

    private Path installation;
    private Path script;

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        installation = Files.createDirectories(folder.resolve("my programs/twin port"));
        script = executable(
                installation.resolve("bin/twinport"),
                Files.readString(SCRIPT)
                        .replace("${project.version}", "1.2.3")
                        .replace(
                                "${project.build.directory}/twinport",
                                installation.toRealPath().toString())
                        .replaceAll("(?<= )/(usr|opt|Library)/", folder + "/$1/"));
    }

    @Test
    void saysItsVersionWithoutJava() throws Exception {
        Outcome outcome = run(folder.resolve("none"), script, "--version");

        assertThat(outcome).isEqualTo(new Outcome(0, "Twinport 1.2.3\n"));
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
        Outcome outcome = run(folder.resolve("none"), script);

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        69, "Twinport needs Java 25 or newer: install a JDK 25 or set JAVA_HOME to one.\n"));
    }

    @Test
    void refusesOldJavas() throws Exception {
        java("usr/lib/jvm/eight", "1.8.0_402");

        assertThat(run(java("old", "24.0.2"), script).exitCode()).isEqualTo(69);
    }

    @Test
    void goesOnSearchingWhereJavaHomeIsTooOld() throws Exception {
        java("usr/lib/jvm/a", "21.0.1");
        java("usr/lib/jvm/b", "26-ea");

        Outcome outcome = run(java("old", "17.0.15"), script);

        assertThat(outcome.output().lines()).first().isEqualTo("26-ea");
    }

    @Test
    void asksAJavaThatHasNoReleaseFile() throws Exception {
        Path home = java("bare", "25.0.3");
        Files.delete(home.resolve("release"));

        assertThat(run(home, script).output().lines()).first().isEqualTo("25.0.3");
    }

    @Test
    void findsItsJarsThroughLinksAndHandsEveryArgumentOn() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("my programs/twin port/bin/twinport"));
        Path second = Files.createSymbolicLink(folder.resolve("twinport"), link);

        Outcome outcome = run(java("new java", "25"), second, "put", "two words", "", "*");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().lines())
                .containsSubsequence(
                        "--module-path", installation.resolve("lib").toString())
                .endsWith("io.github.twinport/io.github.twinport.Twinport", "put", "two words", "", "*");
    }

    @Test
    void startsTheWindowFromSharedClassData() throws Exception {
        Path home = Files.createDirectories(folder.resolve("a home"));

        Outcome outcome = run(java("new", "25"), script);

        assertThat(outcome.output().lines())
                .containsSubsequence(
                        "-XX:SharedArchiveFile=" + home.resolve(".cache/twinport/classes-1.2.3.jsa"), "--module");
        assertThat(home.resolve(".cache/twinport")).isDirectory();
    }

    @Test
    void startsTheWindowWhereNothingCanBeCached() throws Exception {
        Files.writeString(folder.resolve("a home"), "a file, not a folder");

        Outcome outcome = run(java("new", "25"), script);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).doesNotContain("-XX:");
    }

    @Test
    void startsCommandsWithoutSharedClassData() throws Exception {
        assertThat(run(java("new", "25"), script, "get", "ftp://host/file").output())
                .doesNotContain("SharedArchiveFile");
    }

    @Test
    void startsCommandsFromTheClassDataMadeWithTheJars() throws Exception {
        Path java = java("new", "25");
        Path classes = installation.resolve("share/commands.aot");
        assertThat(run(java, script, "get", "ftp://host/file").output()).doesNotContain("AOTCache");

        Files.createDirectories(classes.getParent());
        Files.createFile(classes);

        assertThat(run(java, script, "get", "ftp://host/file").output().lines()).contains("-XX:AOTCache=" + classes);
        assertThat(run(java, script).output()).doesNotContain("AOTCache");
    }

    @Test
    void startsCommandsWithoutClassDataWhereTheProgramWasMoved() throws Exception {
        Files.createDirectories(installation.resolve("share"));
        Files.createFile(installation.resolve("share/commands.aot"));
        Path moved = Files.move(installation, folder.resolve("elsewhere"));

        assertThat(run(java("new", "25"), moved.resolve("bin/twinport"), "get", "ftp://host/file")
                        .output())
                .contains("ftp://host/file")
                .doesNotContain("AOTCache");
    }

    @Test
    void hasTheDatabaseReadyOnlyWhereItWasUnpacked() throws Exception {
        Path java = java("new", "25");
        Path library = installation.resolve("native");
        assertThat(run(java, script).output()).doesNotContain("org.sqlite.lib.path");

        Files.createDirectories(library);

        assertThat(run(java, script).output().lines()).contains("-Dorg.sqlite.lib.path=" + library);
        assertThat(run(java, script, "get", "ftp://host/file").output().lines())
                .contains("-Dorg.sqlite.lib.path=" + library);
        Path moved = Files.move(installation, folder.resolve("elsewhere"));
        assertThat(run(java, moved.resolve("bin/twinport")).output()).doesNotContain("org.sqlite.lib.path");
    }

    @Test
    void compilesLittleForShortCommands() throws Exception {
        Path java = java("new", "25");

        assertThat(run(java, script, "get", "ftp://host/file").output().lines())
                .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "ftp://host/file");
        assertThat(run(java, script, "get", "ftpes://host/file").output().lines())
                .contains(
                        "-XX:+UseSerialGC",
                        "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.01")
                .doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(run(java, script, "ftp://host/").output()).doesNotContain("-XX:");
    }

    @Test
    void namesOfFilesAreUtf8WhateverTheLocaleIs() throws Exception {
        Path java = java("new", "25");
        executable(java.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");

        assertThat(run(java, script).output()).isEqualTo("C.UTF-8\n");
        assertThat(runIn("LC_ALL", "C", java).output()).isEqualTo("C.UTF-8\n");
        assertThat(runIn("LANG", "de_DE.ISO-8859-1", java).output()).isEqualTo("C.UTF-8\n");
        assertThat(runIn("LANG", "de_DE.UTF-8", java).output()).isEqualTo("\n");
        assertThat(runIn("LC_ALL", "en_US.utf8", java).output()).isEqualTo("en_US.utf8\n");
    }

    private Outcome runIn(String variable, String locale, Path java) throws IOException, InterruptedException {
        return run(Map.of(variable, locale), java, script);
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then
                  echo 'openjdk version "%1$s" 2026-09-15' >&2
                else
                  printf '%%s\\n' %1$s "$@"
                fi
                """.formatted(version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static Path executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Path javaHome, Path command, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), javaHome, command, arguments);
    }

    private Outcome run(Map<String, String> environment, Path javaHome, Path command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", folder.resolve("a home").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** A path that leads to nothing but the two tools which the script may need. */
    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        executable(tools.resolve("readlink"), "#!/bin/sh\nexec /usr/bin/readlink \"$@\"\n");
        executable(tools.resolve("mkdir"), "#!/bin/sh\nexec /bin/mkdir \"$@\"\n");
        return tools;
    }

    private record Outcome(int exitCode, String output) {}
}
