// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.files.EntryName;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of the log as text: in the list, on the clipboard and in a file. What a server sent cannot act in any of them. */
final class LogText {

    private final DateTimeFormatter clock;
    private final DateTimeFormatter dateAndClock;

    LogText(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        dateAndClock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .withZone(zone);
    }

    String time(ProtocolLine line) {
        return clock.format(line.at());
    }

    String text(ProtocolLine line) {
        return EntryName.escaped(line.text());
    }

    /** What stands before a line so that its kind does not hang on its colour alone. */
    static String mark(ProtocolLine.Kind kind) {
        return switch (kind) {
            case COMMAND -> ">";
            case REPLY, REFUSAL -> "<";
            case NOTE -> "-";
            case FAILURE -> "!";
        };
    }

    /** The number of the connection as text; empty for what belongs to none. */
    static String connection(ProtocolLine line) {
        return line.connection() == LogFilter.ANY_CONNECTION ? "" : Integer.toString(line.connection());
    }

    /** One line of plain text for each line of the log, with date and time, ending with a line end. */
    String plain(Collection<ProtocolLine> lines) {
        return lines.stream()
                .map(line -> "%s %2s %s %s\n"
                        .formatted(dateAndClock.format(line.at()), connection(line), mark(line.kind()), text(line)))
                .collect(Collectors.joining());
    }
}
