// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.event.Transcript;
import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.ServerUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a connection of a URL and options; finds the password. */
final class SettingsOfCommand {

    private static final String PASSWORD_VARIABLE = "TWINPORT_PASSWORD";
    private static final Pattern SHA256 = Pattern.compile("[0-9A-F]{64}");

    private final Surroundings surroundings;
    private final ServerOptions options;
    private final Prompts prompts;
    private final Messages messages;

    SettingsOfCommand(Surroundings surroundings, ServerOptions options, Prompts prompts) {
        this.prompts = prompts;
        this.surroundings = surroundings;
        this.options = options;
        messages = surroundings.messages();
    }

    /** The decider that the options ask for. */
    CommandTrust trust() throws UsageException {
        var profile = options.profile();
        return new CommandTrust(
                options.insecure(), fingerprint(options.trust()), profile == null ? surroundings.profile() : profile);
    }

    ConnectionSettings of(ServerUrl url, TrustDecider trust) throws IOException {
        TlsSettings tls = TlsSettings.of(trust);
        return new ConnectionSettings(
                url.server(),
                credentials(url),
                options.active() ? DataMode.ACTIVE : DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                new TlsSettings(tls.authorities(), trust, versions(options.tlsVersion())),
                Timeouts.DEFAULT,
                transcript(),
                ConnectionOptions.NONE.withProfiles(new LearntProfiles()));
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
        String password = url.password();
        if (password == null) {
            password = surroundings.environment().get(PASSWORD_VARIABLE);
        }
        if (password == null) {
            String prompt = messages.text(
                    "cli.password", user, EntryName.escaped(url.server().hostAndPort()));
            password = prompts.password(prompt)
                    .map(SettingsOfCommand::text)
                    .orElseThrow(() -> new UsageException(messages.text("cli.noPassword", user)));
        }
        return new Credentials(user, password);
    }

    private static String text(char[] typed) {
        String text = new String(typed);
        Arrays.fill(typed, ' ');
        return text;
    }

    private List<String> versions(@Nullable String version) throws UsageException {
        return switch (version) {
            case null -> TlsSettings.MODERN_VERSIONS;
            case "1.2" -> List.of("TLSv1.2");
            case "1.3" -> List.of("TLSv1.3");
            default -> throw new UsageException(messages.text("cli.badTlsVersion", version));
        };
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
