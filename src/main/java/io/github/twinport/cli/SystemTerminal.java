// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal of this process. */
public final class SystemTerminal implements Terminal {

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,5})\\s*");

    private int columns;

    /** Looks at the terminal only when it is asked. */
    public SystemTerminal() {}

    @Override
    public boolean isPresent() {
        return console().isPresent();
    }

    /** Java cannot tell, so the system's own command is asked, once. */
    @Override
    public synchronized int columns() {
        if (columns == 0) {
            columns = Math.max(FEWEST_COLUMNS, measured());
        }
        return columns;
    }

    @Override
    public Optional<char[]> password(String prompt) {
        return console().map(console -> console.readPassword("%s", prompt));
    }

    @Override
    public Optional<String> line(String prompt) {
        return console().map(console -> console.readLine("%s", prompt));
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    private static int measured() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return USUAL_COLUMNS;
        }
        try {
            Process process =
                    new ProcessBuilder("stty", "size").redirectInput(terminal).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = SIZE.matcher(answer);
            int found = size.matches() ? Integer.parseInt(size.group(1)) : 0;
            return found > 0 ? found : USUAL_COLUMNS;
        } catch (IOException e) {
            System.getLogger(SystemTerminal.class.getName())
                    .log(Level.DEBUG, "the width of the terminal is not known", e);
            return USUAL_COLUMNS;
        }
    }
}
