// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which lines of the log are shown.
 *
 * @param text what a line must contain, upper and lower case alike; empty for any
 * @param connection the number of the connection it must belong to, {@link #ANY_CONNECTION} for any
 * @param kinds the kinds that are shown
 */
record LogFilter(String text, int connection, Set<ProtocolLine.Kind> kinds) {

    static final int ANY_CONNECTION = 0;

    static final LogFilter EVERYTHING =
            new LogFilter("", ANY_CONNECTION, Set.copyOf(EnumSet.allOf(ProtocolLine.Kind.class)));

    LogFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        kinds = Set.copyOf(kinds);
    }

    boolean matches(ProtocolLine line) {
        return (connection == ANY_CONNECTION || line.connection() == connection)
                && kinds.contains(line.kind())
                && (text.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(text));
    }
}
