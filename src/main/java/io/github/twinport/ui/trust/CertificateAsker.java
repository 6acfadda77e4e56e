// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.tls.TrustDecision;

/** Asks the user about a certificate. Called on the JavaFX thread; returns when the user has decided. */
@FunctionalInterface
public interface CertificateAsker {

    /** Asks about one certificate; a closed window is {@link TrustDecision#REJECT}. */
    TrustDecision ask(CertificateQuestion question);
}
