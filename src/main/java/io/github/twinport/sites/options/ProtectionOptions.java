// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import io.github.twinport.ftp.tls.ClientCertificate;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.ftp.tls.TlsSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a site's connections are encrypted, where they are. Immutable; any thread.
 *
 * @param oldest the oldest version of TLS that is spoken
 * @param certificateFile the PKCS#12 file with the certificate that proves who we are; empty for none
 * @param data whether data connections are encrypted too
 * @param clearControl whether the control connection goes on in clear after the login (CCC)
 */
public record ProtectionOptions(OldestTls oldest, String certificateFile, DataProtection data, boolean clearControl) {

    /** Everything is encrypted, nothing is shown. */
    public static final ProtectionOptions DEFAULT =
            new ProtectionOptions(OldestTls.TLS_1_2, "", DataProtection.PRIVATE, false);

    /** What the engine wants. */
    public TlsSettings applyTo(TlsSettings tls, String certificatePassword) {
        return tls.withVersions(oldest.versions())
                .withClientCertificate(
                        certificateFile.isEmpty()
                                ? null
                                : new ClientCertificate(Path.of(certificateFile), certificatePassword))
                .withDataProtection(data)
                .withClearControl(clearControl);
    }

    void putInto(Map<String, String> values) {
        values.put("tls.oldest", oldest.name());
        values.put("tls.certificate", certificateFile);
        values.put("tls.data", data.name());
        values.put("tls.clearControl", String.valueOf(clearControl));
    }

    static ProtectionOptions of(Values values) {
        return new ProtectionOptions(
                values.choice("tls.oldest", DEFAULT.oldest),
                values.of("tls.certificate", "", text -> Path.of(text).toString()),
                values.choice("tls.data", DEFAULT.data),
                values.flag("tls.clearControl", false));
    }
}
