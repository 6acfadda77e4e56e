// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import io.github.twinport.ftp.client.LoginExtras;
import java.util.List;
import java.util.Map;

/**
 * What is said to a site's server around the login. Immutable; any thread.
 *
 * @param virtualHost the host to name before the login (HOST); empty for none
 * @param account the account where the server asks for one (ACCT); empty for none
 * @param commands lines to send after the login, in order
 */
public record LoginOptions(String virtualHost, String account, List<String> commands) {

    /** Nothing beyond user and password. */
    public static final LoginOptions DEFAULT = new LoginOptions("", "", List.of());

    /** Keeps its own copy of the commands. */
    public LoginOptions {
        commands = List.copyOf(commands);
    }

    /** What the engine wants. */
    public LoginExtras extras() {
        return new LoginExtras(virtualHost, "", commands);
    }

    void putInto(Map<String, String> values) {
        values.put("login.host", virtualHost);
        values.put("login.account", account);
        values.put("login.commands", String.join("\n", commands));
    }

    static LoginOptions of(Values values) {
        return new LoginOptions(
                values.string("login.host", ""),
                values.string("login.account", ""),
                values.string("login.commands", "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
    }
}
