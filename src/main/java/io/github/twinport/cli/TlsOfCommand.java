// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.tls.ClientCertificate;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the TLS settings of a connection of options. */
final class TlsOfCommand {

    private final ServerOptions options;
    private final Passwords passwords;
    private final Messages messages;

    TlsOfCommand(ServerOptions options, Passwords passwords, Messages messages) {
        this.options = options;
        this.passwords = passwords;
        this.messages = messages;
    }

    TlsSettings of(TrustDecider trust) throws IOException {
        ProtectionOptions protection = options.protection();
        return TlsSettings.of(trust)
                .withVersions(versions(options.tlsVersion()))
                .withClientCertificate(certificate(protection.clientCertificate()))
                .withDataProtection(protection.clearData() ? DataProtection.CLEAR : DataProtection.PRIVATE)
                .withClearControl(protection.clearControl());
    }

    private List<String> versions(@Nullable String version) throws UsageException {
        return switch (version) {
            case null -> TlsSettings.MODERN_VERSIONS;
            case "1.0" -> List.of("TLSv1");
            case "1.1", "1.2", "1.3" -> List.of("TLSv" + version);
            default -> throw new UsageException(messages.text("cli.badTlsVersion", version));
        };
    }

    private @Nullable ClientCertificate certificate(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        char[] password = passwords.ofCertificate(file);
        try {
            return new ClientCertificate(file.toAbsolutePath(), new String(password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
