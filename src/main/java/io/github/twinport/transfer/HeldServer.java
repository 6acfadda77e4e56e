// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Optional;

/**
 * A server whose transfers the user has paused, those that are added later included. Immutable; any thread.
 *
 * @param host its name
 * @param port its port
 * @param user as whom the transfers log in
 */
public record HeldServer(String host, int port, String user) {

    private static final String BETWEEN = "\t";

    static HeldServer of(TransferRequest request) {
        return new HeldServer(
                request.connection().server().host(),
                request.connection().server().port(),
                request.connection().credentials().user());
    }

    /** How it is kept; {@link #of(String)} reads it. */
    public String text() {
        return host + BETWEEN + port + BETWEEN + user;
    }

    /** Reads what {@link #text} wrote; empty when it is something else. */
    public static Optional<HeldServer> of(String text) {
        String[] parts = text.split(BETWEEN, 3);
        try {
            return parts.length == 3
                    ? Optional.of(new HeldServer(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
