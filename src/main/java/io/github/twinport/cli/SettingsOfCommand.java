// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.Compression;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Login;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a connection of a URL and options; finds the password. */
final class SettingsOfCommand {

    private static final Pattern SHA256 = Pattern.compile("[0-9A-F]{64}");

    private final Surroundings surroundings;
    private final ServerOptions options;
    private final Passwords passwords;
    private final Path profile;
    private final Messages messages;

    SettingsOfCommand(Surroundings surroundings, ServerOptions options, Passwords passwords, Path profile) {
        this.passwords = passwords;
        this.profile = profile;
        this.surroundings = surroundings;
        this.options = options;
        messages = surroundings.messages();
    }

    /** The decider that the options ask for. */
    CommandTrust trust() throws UsageException {
        return new CommandTrust(options.insecure(), fingerprint(options.trust()), profile);
    }

    ConnectionSettings of(ServerUrl url, TrustDecider trust) throws IOException {
        return new ConnectionSettings(
                url.server(),
                credentials(url),
                options.active() ? DataMode.ACTIVE : DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                new TlsOfCommand(options, passwords, messages).of(trust),
                Timeouts.DEFAULT,
                transcript(),
                connectionOptions());
    }

    private ConnectionOptions connectionOptions() throws UsageException {
        ProxyArgument proxies = new ProxyArgument(messages, surroundings.environment());
        return ConnectionOptions.NONE
                .withProfiles(new LearntProfiles())
                .withCompression(options.compress() ? Compression.ON : Compression.OFF)
                .withProxy(proxies.proxy(options.proxy()))
                .withLogin(LoginExtras.NONE.withProxy(proxies.ftpProxy(options.ftpProxy())));
    }

    private Transcript transcript() {
        if (!options.log()) {
            return line -> {};
        }
        return new PrintedTranscript(surroundings.err());
    }

    private Credentials credentials(ServerUrl url) throws IOException {
        String user = url.user();
        if (user == null) {
            return Credentials.ANONYMOUS;
        }
        String given = url.password();
        if (given != null) {
            return new Credentials(user, given);
        }
        char[] found = passwords.of(new Login(url.server(), user));
        try {
            return new Credentials(user, new String(found));
        } finally {
            Arrays.fill(found, '\0');
        }
    }

    private @Nullable String fingerprint(@Nullable String text) throws UsageException {
        if (text == null) {
            return null;
        }
        String digits =
                text.toUpperCase(Locale.ROOT).replaceFirst("^SHA-?256[:=]", "").replaceAll("[:\\s]", "");
        if (!SHA256.matcher(digits).matches()) {
            throw new UsageException(messages.text("cli.badFingerprint", text));
        }
        return digits.replaceAll("(..)(?=.)", "$1:");
    }
}
