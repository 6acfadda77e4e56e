// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.Compression;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Login;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.sites.options.SiteProxy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a connection of a URL and options; finds the password where it needs no question, else when the server wants it. */
final class SettingsOfCommand {

    private static final Pattern SHA256 = Pattern.compile("[0-9A-F]{64}");

    private final Surroundings surroundings;
    private final ServerOptions options;
    private final Passwords passwords;
    private final Profile profile;
    private final Messages messages;

    SettingsOfCommand(Surroundings surroundings, ServerOptions options, Passwords passwords, Profile profile) {
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

    /**
     * The settings for a URL.
     *
     * @param site the saved site that it comes from, null for none; what the command line says comes before what that says
     */
    ConnectionSettings of(ServerUrl url, @Nullable Site site, TrustDecider trust, ServerProfiles profiles)
            throws IOException {
        SiteOptions saved = site == null ? SiteOptions.DEFAULT : site.options();
        DataMode mode = site == null ? DataMode.AUTOMATIC : site.dataMode();
        Credentials login = credentials(url);
        return new ConnectionSettings(
                url.server(),
                new Credentials(login.user(), login.password(), saved.login().account(), login.complete()),
                options.active() ? DataMode.ACTIVE : mode,
                charset(site),
                new TlsOfCommand(options, passwords, messages).of(trust, url.server(), saved.protection()),
                Timeouts.DEFAULT,
                transcript(),
                connectionOptions(saved, profiles));
    }

    private Charset charset(@Nullable Site site) {
        Charset named = options.charset();
        if (named != null) {
            return named;
        }
        try {
            return site == null ? StandardCharsets.UTF_8 : Charset.forName(site.charset());
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private ConnectionOptions connectionOptions(SiteOptions saved, ServerProfiles profiles) throws IOException {
        ProxyArgument proxies = new ProxyArgument(messages, surroundings.environment());
        Proxy proxy = proxies.proxy(options.proxy());
        FtpProxy ftpProxy = proxies.ftpProxy(options.ftpProxy());
        boolean own = proxy != null || ftpProxy != null;
        ConnectionOptions base = saved.applyTo(
                ConnectionOptions.NONE.withProfiles(profiles).withLogin(LoginExtras.NAMED),
                own ? "" : proxyPassword(saved.network().proxy()));
        return base.withCompression(options.compress() ? Compression.ON : base.compression())
                .withProxy(own ? proxy : base.proxy())
                .withLogin(own ? base.login().withProxy(ftpProxy) : base.login());
    }

    private String proxyPassword(@Nullable SiteProxy proxy) throws IOException {
        if (proxy == null || proxy.user().isEmpty()) {
            return "";
        }
        char[] found = passwords.ofProxy(proxy.user(), proxy.host());
        try {
            return new String(found);
        } finally {
            Arrays.fill(found, '\0');
        }
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
            return sendable(user, given);
        }
        if (user.equalsIgnoreCase(Credentials.ANONYMOUS.user())) {
            return new Credentials(user, Credentials.ANONYMOUS.password());
        }
        Optional<char[]> found = passwords.unasked(new Login(url.server(), user));
        return found.isPresent() ? sendable(user, found.get()) : Credentials.withoutPassword(user, "");
    }

    /**
     * The same settings for a server that has asked for the password, with that.
     *
     * @throws PasswordMissingException when there is none and nobody to ask
     */
    ConnectionSettings completed(ConnectionSettings asked) throws IOException {
        Credentials login = asked.credentials();
        Credentials found = sendable(login.user(), passwords.of(new Login(asked.server(), login.user())));
        return asked.withCredentials(new Credentials(found.user(), found.password(), login.account()));
    }

    private Credentials sendable(String user, char[] password) throws UsageException {
        try {
            return sendable(user, new String(password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A line end would be the end of the command, and what follows it another one. */
    private Credentials sendable(String user, String password) throws UsageException {
        if (password.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new UsageException(messages.text("cli.passwordOfLines"));
        }
        return new Credentials(user, password);
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
