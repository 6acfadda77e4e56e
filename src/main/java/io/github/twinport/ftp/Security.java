// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** How a control connection is protected. */
public enum Security {
    /** Nothing is encrypted ({@code ftp://}). */
    PLAIN(21),
    /** TLS after {@code AUTH TLS} (RFC 4217, {@code ftpes://}); never goes on in clear when the server refuses. */
    EXPLICIT_TLS(21),
    /** TLS from the first byte ({@code ftps://}). */
    IMPLICIT_TLS(990);

    private final int defaultPort;

    Security(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port that is meant where none is named. */
    public int defaultPort() {
        return defaultPort;
    }

    /** Whether the connection is encrypted. */
    public boolean usesTls() {
        return this != PLAIN;
    }
}
