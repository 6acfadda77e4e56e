// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How one kind of real server is set up. */
interface ServerRecipe {

    /**
     * The program to start, in the foreground.
     *
     * @param words the program's path and its arguments
     * @param environment variables on top of this process's own
     * @param litter files outside the run folder that have to be deleted when the server ends
     */
    record Command(List<String> words, Map<String, String> environment, List<Path> litter) {

        Command inZone(String zone) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("TZ", zone);
            return new Command(words, variables, litter);
        }
    }

    /** The files that the recipe needs and that this machine does not have. */
    List<String> missing();

    /** A right that the server needs and that even root does not have here, in words; empty if it has all. */
    default String withheldRight() {
        return "";
    }

    /** Writes the configuration and tells how to start. */
    Command prepare(ServerPlan plan);
}
