// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.tls.ServerCertificate;

/**
 * A certificate about which the user has to decide. Immutable; any thread.
 *
 * @param certificate what the server showed
 * @param changed whether another one was accepted for this host and port earlier: then somebody may stand between
 */
public record CertificateQuestion(ServerCertificate certificate, boolean changed) {}
