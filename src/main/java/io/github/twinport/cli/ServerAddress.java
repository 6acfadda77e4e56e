// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.Security;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.ServerUrl;

/** Reads the URLs of a command line; what it throws never holds a password. */
final class ServerAddress {

    private final Messages messages;

    ServerAddress(Messages messages) {
        this.messages = messages;
    }

    /** Whether an argument is meant as a URL or a saved site and not as a file of this computer. */
    static boolean isUrl(String argument) {
        return argument.contains("://") || SiteAddress.isMeant(argument);
    }

    /**
     * Reads a URL.
     *
     * @throws UsageException when it is none
     */
    ServerUrl parse(String argument) throws UsageException {
        // Where a login may be meant, any part may be the password.
        boolean secret = argument.contains("@");
        if (!isUrl(argument)) {
            throw new UsageException(messages.text("cli.noUrl", secret ? "…" : argument));
        }
        try {
            return ServerUrl.parse(argument, Security.PLAIN);
        } catch (InvalidServerUrlException e) {
            throw new UsageException(messages.text("quick.problem." + e.problem(), secret ? "…" : e.part()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(messages.text("cli.noUrl", "…"));
        }
    }
}
