// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build runs many commands in one process. */
class RehearsalTest {

    @TempDir
    Path folder;

    @Test
    void runsTheCommandsInTheLinesOfAFile() throws IOException {
        Shell shell = new Shell(folder);
        Path lines = Files.write(folder.resolve("lines"), List.of("ls\t--help", "get\t--help"));

        assertThat(shell.run("rehearse", lines)).isZero();

        assertThat(shell.out()).contains("Usage: twinport ls", "Usage: twinport get");
    }

    @Test
    void endsWithTheFirstThatFails() throws IOException {
        Shell shell = new Shell(folder);
        Path lines = Files.write(folder.resolve("lines"), List.of("get\t--no-such-option", "ls\t--help"));

        assertThat(shell.run("rehearse", lines)).isEqualTo(ExitCode.USAGE.number());

        assertThat(shell.out()).isEmpty();
    }

    @Test
    void saysThatTheFileIsNotThere() {
        Shell shell = new Shell(folder);

        assertThat(shell.run("rehearse", folder.resolve("none"))).isEqualTo(ExitCode.USAGE.number());

        assertThat(shell.err()).contains("none");
    }
}
