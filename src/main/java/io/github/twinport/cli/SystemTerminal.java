// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal of this process. */
public final class SystemTerminal implements Terminal {

    /** Looks at the terminal only when it is asked. */
    public SystemTerminal() {}

    @Override
    public boolean isPresent() {
        return console().isPresent();
    }

    @Override
    public Optional<String> password(String prompt) {
        return console().map(console -> console.readPassword("%s", prompt)).map(String::new);
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
