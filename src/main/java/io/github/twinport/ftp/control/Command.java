// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.nio.charset.CharacterCodingException;

/**
 * One command line (RFC 959, 4.1). Immutable; any thread.
 *
 * @param verb the command word
 * @param argument what follows it, empty for none
 * @param secret whether the argument must never be shown
 */
public record Command(String verb, String argument, boolean secret) {

    private static final byte INTERPRET_AS_COMMAND = (byte) 0xFF;

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
