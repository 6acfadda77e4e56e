// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.CertificateFileProblem;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.tls.ClientCertificate;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
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

    /** The settings for a server; what the options do not say is as its site has it. */
    TlsSettings of(TrustDecider trust, Server server, io.github.twinport.sites.options.ProtectionOptions site)
            throws IOException {
        ProtectionOptions protection = options.protection();
        Path named = protection.clientCertificate();
        boolean shows = !site.certificateFile().isEmpty() && server.security() != Security.PLAIN;
        Path file = named == null && shows ? Path.of(site.certificateFile()) : named;
        TlsSettings saved = site.applyTo(TlsSettings.of(trust), "");
        return saved.withVersions(versions(options.tlsVersion(), saved.versions()))
                .withClientCertificate(certificate(file))
                .withDataProtection(protection.clearData() ? DataProtection.CLEAR : saved.dataProtection())
                .withClearControl(protection.clearControl() || saved.clearControl());
    }

    private List<String> versions(@Nullable String version, List<String> otherwise) throws UsageException {
        return switch (version) {
            case null -> otherwise;
            case "1.0" -> List.of("TLSv1");
            case "1.1", "1.2", "1.3" -> List.of("TLSv" + version);
            default -> throw new UsageException(messages.text("cli.badTlsVersion", version));
        };
    }

    private @Nullable ClientCertificate certificate(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        if (Files.notExists(file)) {
            // Nobody is asked for the password of a file that is not there.
            throw new FtpException.ClientCertificateUnusable(
                    file.toAbsolutePath(), CertificateFileProblem.MISSING, null);
        }
        char[] password = passwords.ofCertificate(file);
        try {
            return new ClientCertificate(file.toAbsolutePath(), new String(password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
