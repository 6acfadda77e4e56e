// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty argument is neither the current folder nor the root of a server: the command is not run. */
class EmptyArgumentsTest {

    private static final String URL = "ftp://test:test@127.0.0.1:9/x";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls|",
                "get|",
                "get|" + URL + "|",
                "get||here",
                "put||" + URL,
                "put|file|",
                "put|file||" + URL,
                "mirror|--delete|--yes|" + URL + "|",
                "mirror|--delete|--yes||" + URL,
                "mirror||there",
                "rm|-r|",
                "mkdir|",
                "mv|" + URL + "|",
                "mv||there",
                "hash|",
                "ls|--profile||" + URL,
                "password|set|"
            })
    void isAUsageError(String line) {
        Shell shell = new Shell(folder.resolve("no profile"));
        assertThat(shell.run((Object[]) line.split("\\|", -1))).as(shell::all).isEqualTo(2);
        assertThat(shell.err()).contains("is empty");
        assertThat(shell.out()).isEmpty();
    }
}
