// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

import java.time.Duration;

/**
 * How long each phase may last without any progress before it counts as failed.
 *
 * @param connect opening the control connection
 * @param handshake one TLS handshake
 * @param reply waiting for a reply to a command
 * @param dataConnect opening a data connection
 * @param data no byte moved on a data connection
 * @param finalReply waiting for the reply that ends a transfer
 */
public record Timeouts(
        Duration connect,
        Duration handshake,
        Duration reply,
        Duration dataConnect,
        Duration data,
        Duration finalReply) {

    /** What a user gets who changes nothing. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    /** The limit of one phase. */
    public Duration of(Phase phase) {
        return switch (phase) {
            case RESOLVE, CONNECT -> connect;
            case HANDSHAKE -> handshake;
            case REPLY -> reply;
            case DATA_CONNECT -> dataConnect;
            case DATA -> data;
            case FINAL_REPLY -> finalReply;
        };
    }
}
