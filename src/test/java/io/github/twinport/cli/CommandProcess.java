// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts commands in processes of their own, which can be killed. */
final class CommandProcess {

    private CommandProcess() {}

    /**
     * Starts a command.
     *
     * @param output takes what it prints, behind what is there already
     */
    static Process start(Path output, List<String> command) throws IOException {
        return start(output, List.of(), command);
    }

    /**
     * Starts a command.
     *
     * @param options what its Java machine is told
     */
    static Process start(Path output, List<String> options, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(options);
        line.add("io.github.twinport.Twinport");
        line.addAll(command);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }
}
