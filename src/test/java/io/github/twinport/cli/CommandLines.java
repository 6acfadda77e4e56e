// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that copy one folder, whichever command does it and in whichever direction. */
final class CommandLines {

    private CommandLines() {}

    /**
     * The line of a command that makes a folder here and one of the same name on a server alike.
     *
     * @param command {@code get}, {@code put}, {@code mirror up} or {@code mirror down}, with {@code --delete} or without
     * @param here the folder here
     * @param there the URL of the folder on the server
     */
    static List<Object> both(String command, Path here, String there) {
        String above = there.substring(0, there.lastIndexOf('/'));
        String verb = command.split(" ", -1)[0];
        List<Object> line = new ArrayList<>(List.of(verb, "--jobs=1"));
        if (command.endsWith("--delete")) {
            line.addAll(List.of("--delete", "--yes"));
        }
        if (verb.equals("get")) {
            line.addAll(List.of(there, here.getParent()));
        } else if (verb.equals("put")) {
            line.addAll(List.of(here, above));
        } else if (command.startsWith("mirror up")) {
            line.addAll(List.of(here, there));
        } else {
            line.addAll(List.of(there, here));
        }
        return line;
    }
}
