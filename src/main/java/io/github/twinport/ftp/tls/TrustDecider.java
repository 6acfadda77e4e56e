// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

/**
 * Is asked when a server's certificate cannot be verified. Called on the lane thread of the control connection that
 * waits for the answer, so it may block, for instance to ask the user.
 */
@FunctionalInterface
public interface TrustDecider {

    /** Refuses every certificate that cannot be verified. */
    TrustDecider STRICT = certificate -> TrustDecision.REJECT;

    /** Decides about one certificate. */
    TrustDecision decide(ServerCertificate certificate);

    /** Whether every certificate is accepted, so that data connections may show others than the control connection. */
    default boolean acceptsAll() {
        return false;
    }
}
