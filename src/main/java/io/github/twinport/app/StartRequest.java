// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import io.github.twinport.ftp.Security;
import io.github.twinport.sites.HiddenPassword;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.ServerUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a window opens with. Immutable; any thread.
 *
 * @param server where to connect at once, with login and remote folder; null to wait for the user
 * @param localFolder the folder shown on this computer; null for the one shown last
 */
public record StartRequest(
        @Nullable ServerUrl server, @Nullable String localFolder) {

    /** Nothing in particular. */
    public static final StartRequest NOTHING = new StartRequest(null, null);

    private static final String LOCAL = "--local";

    /**
     * Reads a command line: {@code [--local FOLDER] [URL]}.
     *
     * @throws BadArgumentException when it says anything else
     */
    public static StartRequest of(List<String> arguments) throws BadArgumentException {
        ServerUrl server = null;
        String localFolder = null;
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            if (argument.equals(LOCAL) && !left.isEmpty()) {
                localFolder = left.removeFirst();
            } else if (server == null && argument.contains("://")) {
                server = url(argument);
            } else {
                throw new BadArgumentException(new HiddenPassword(List.of(argument)).in(argument));
            }
        }
        return new StartRequest(server, localFolder);
    }

    private static ServerUrl url(String argument) throws BadArgumentException {
        try {
            return ServerUrl.parse(argument, Security.EXPLICIT_TLS);
        } catch (InvalidServerUrlException e) {
            // The argument may hold a password; the part that is wrong never does.
            throw new BadArgumentException(e.part().isEmpty() ? e.problem().name() : e.part());
        }
    }

    /** An argument that means nothing here. */
    public static final class BadArgumentException extends Exception {

        private static final long serialVersionUID = 1L;

        private BadArgumentException(String argument) {
            super(argument);
        }
    }
}
