// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
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

/** Makes the TLS settings of a connection of options; finds the password of the client's certificate. */
final class TlsOfCommand {

    private static final String PASSWORD_VARIABLE = "TWINPORT_CERTIFICATE_PASSWORD";

    private final Surroundings surroundings;
    private final ServerOptions options;
    private final Prompts prompts;
    private final Messages messages;

    TlsOfCommand(Surroundings surroundings, ServerOptions options, Prompts prompts) {
        this.surroundings = surroundings;
        this.options = options;
        this.prompts = prompts;
        messages = surroundings.messages();
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
        String password = surroundings.environment().get(PASSWORD_VARIABLE);
        if (password == null) {
            String name = EntryName.escaped(file.toString());
            char[] typed = prompts.password(messages.text("cli.certificatePassword", name))
                    .orElseThrow(() -> new UsageException(messages.text("cli.noCertificatePassword", name)));
            password = new String(typed);
            Arrays.fill(typed, ' ');
        }
        return new ClientCertificate(file.toAbsolutePath(), password);
    }
}
