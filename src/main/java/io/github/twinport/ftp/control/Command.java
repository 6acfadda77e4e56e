// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Set;

/**
 * One command line (RFC 959, 4.1). Immutable; any thread.
 *
 * @param verb the command word
 * @param argument what follows it, empty for none
 * @param secret whether the argument must never be shown
 */
public record Command(String verb, String argument, boolean secret) {

    private static final byte INTERPRET_AS_COMMAND = (byte) 0xFF;
    private static final Set<String> SECRET = Set.of("PASS", "ACCT");

    /**
     * Refuses what would smuggle a second command into the line.
     *
     * @throws IllegalArgumentException when the argument holds CR, LF or NUL
     */
    public Command {
        if (argument.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("line end or NUL in the argument of " + verb);
        }
    }

    /** A command without an argument. */
    public static Command of(String verb) {
        return new Command(verb, "", false);
    }

    /** A command with an argument. */
    public static Command of(String verb, String argument) {
        return new Command(verb, argument, false);
    }

    /** A command whose argument appears as asterisks in every log and message. */
    public static Command secret(String verb, String argument) {
        return new Command(verb, argument, true);
    }

    /** A whole line as a user wrote it; what usually carries a password is secret. */
    public static Command ofLine(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return of(line);
        }
        String verb = line.substring(0, blank);
        String argument = line.substring(blank + 1);
        return SECRET.contains(verb.toUpperCase(Locale.ROOT)) ? secret(verb, argument) : of(verb, argument);
    }

    /** The bytes to send, CR LF included; the Telnet byte IAC in a name is doubled (RFC 854). */
    byte[] encode(WireCharset charset) throws CharacterCodingException {
        byte[] text = charset.encode(argument.isEmpty() ? verb : verb + " " + argument);
        int doubled = 0;
        for (byte b : text) {
            doubled += b == INTERPRET_AS_COMMAND ? 1 : 0;
        }
        byte[] line = new byte[text.length + doubled + 2];
        int end = 0;
        for (byte b : text) {
            line[end++] = b;
            if (b == INTERPRET_AS_COMMAND) {
                line[end++] = b;
            }
        }
        line[end++] = '\r';
        line[end] = '\n';
        return line;
    }

    /** The line as logs and messages show it. */
    @Override
    public String toString() {
        if (argument.isEmpty()) {
            return verb;
        }
        return verb + " " + (secret ? "********" : argument);
    }
}
