// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some servers want to hear around the login. Immutable; any thread.
 *
 * @param virtualHost the host to name before the login (HOST, RFC 7151); empty for none
 * @param clientName what we call ourselves where the server wants to know (CLNT); empty for nothing
 * @param commands lines to send after the login, in order; a refusal is no reason to stop
 * @param telnetAbort whether ABOR is announced by Telnet's IP and Synch (RFC 959, 4.1.3), for servers that look at no
 *     command during a transfer otherwise; in clear only
 * @param proxy the FTP proxy to log in on first; null for none
 */
public record LoginExtras(
        String virtualHost,
        String clientName,
        List<String> commands,
        boolean telnetAbort,
        @Nullable FtpProxy proxy) {

    /** Nothing beyond user and password. */
    public static final LoginExtras NONE = new LoginExtras("", "", List.of());

    /** The name of this program for servers that ask for it: some speak UTF-8 only with clients that they know. */
    public static final LoginExtras NAMED = new LoginExtras("", "Twinport", List.of());

    /** Words without a proxy. */
    public LoginExtras(String virtualHost, String clientName, List<String> commands) {
        this(virtualHost, clientName, commands, false, null);
    }

    /**
     * Keeps its own copy of the commands.
     *
     * @throws IllegalArgumentException when a line holds CR, LF or NUL, which would make several commands of it
     */
    public LoginExtras {
        commands = List.copyOf(commands);
        if (hasLineEnd(virtualHost)
                || hasLineEnd(clientName)
                || commands.stream().anyMatch(LoginExtras::hasLineEnd)) {
            throw new IllegalArgumentException("line end or NUL in a command");
        }
    }

    /** The same by way of an FTP proxy. */
    public LoginExtras withProxy(@Nullable FtpProxy other) {
        return new LoginExtras(virtualHost, clientName, commands, telnetAbort, other);
    }

    /** The same with another name for servers that ask. */
    public LoginExtras withClientName(String other) {
        return new LoginExtras(virtualHost, other, commands, telnetAbort, proxy);
    }

    /** The same with another way to announce ABOR. */
    public LoginExtras withTelnetAbort(boolean other) {
        return new LoginExtras(virtualHost, clientName, commands, other, proxy);
    }

    private static boolean hasLineEnd(String text) {
        return text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
    }
}
