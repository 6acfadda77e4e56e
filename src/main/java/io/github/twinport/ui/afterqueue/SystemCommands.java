// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import java.util.List;
import java.util.Locale;

/**
 * The commands that an operating system has for what is done after the queue. Immutable; any thread.
 *
 * @param system the value of {@code os.name}
 */
record SystemCommands(String system) {

    static SystemCommands here() {
        return new SystemCommands(System.getProperty("os.name"));
    }

    /** Has the system's shell run a line. */
    List<String> shell(String line) {
        return isWindows() ? List.of("cmd.exe", "/c", line) : List.of("/bin/sh", "-c", line);
    }

    /** Shuts the computer down, as the user who is logged in may do it. */
    List<String> shutDown() {
        if (isWindows()) {
            return List.of("shutdown.exe", "/s", "/t", "0");
        }
        return system.toLowerCase(Locale.ROOT).contains("mac")
                ? List.of("osascript", "-e", "tell application \"System Events\" to shut down")
                : List.of("systemctl", "poweroff");
    }

    private boolean isWindows() {
        return system.startsWith("Windows");
    }
}
