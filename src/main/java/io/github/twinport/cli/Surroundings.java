// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.i18n.Messages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything outside that headless commands touch.
 *
 * @param out takes results
 * @param err takes complaints and the progress line
 * @param environment the environment variables
 * @param terminal asks for passwords and shows progress
 * @param interruption tells that the user wants the command to end
 * @param messages the texts
 * @param version the version of the program
 * @param profile the folder with the accepted certificates where the command line names no other
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Terminal terminal,
        Interruption interruption,
        Messages messages,
        String version,
        Path profile) {

    /** Keeps its own copy of the environment. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
