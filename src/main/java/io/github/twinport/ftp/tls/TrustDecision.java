// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

/** What is to be done with a certificate that cannot be verified. */
public enum TrustDecision {
    /** Do not connect. */
    REJECT,
    /** Accept it while the program runs. */
    ONCE,
    /** Accept it for this host and port from now on. */
    ALWAYS
}
