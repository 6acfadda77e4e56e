// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** The step of the protocol in which something happened; each has a time limit of its own (see {@link Timeouts}). */
public enum Phase {
    /** Looking up the host name. */
    RESOLVE,
    /** Opening the control connection. */
    CONNECT,
    /** A TLS handshake, on the control or a data connection. */
    HANDSHAKE,
    /** Waiting for a reply. */
    REPLY,
    /** Opening a data connection. */
    DATA_CONNECT,
    /** Moving bytes over a data connection. */
    DATA,
    /** Waiting for the reply that ends a transfer. */
    FINAL_REPLY
}
