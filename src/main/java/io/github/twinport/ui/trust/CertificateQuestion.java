// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.tls.ServerCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate about which the user has to decide. Immutable; any thread.
 *
 * @param certificate what the server showed
 * @param acceptedAt when another one was accepted for this host and port; null where none was
 */
public record CertificateQuestion(
        ServerCertificate certificate, @Nullable Instant acceptedAt) {

    /** Whether another one was accepted earlier: then somebody may stand between. */
    public boolean changed() {
        return acceptedAt != null;
    }
}
