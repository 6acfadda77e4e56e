// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.transfer.Logins;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The logins of transfers that an earlier run has left: that of the window's connection where it is the same, nothing for
 * anonymous ones, else the user is asked. Any thread; asks on the JavaFX thread.
 */
final class QueueLogins implements Logins {

    private final SettingsMaker maker;
    private final Executor fx;
    private final Executor background;
    private final Function<KnownConnection, SiteOptions> options;
    private final PasswordAsker passwords;
    private final OptionSecrets secrets;
    private final Supplier<@Nullable ConnectionSettings> connected;

    /**
     * Logins for one window.
     *
     * @param maker makes the engine's settings
     * @param fx runs work on the JavaFX thread
     * @param background runs work off the JavaFX thread
     * @param options what the site of a connection says, called in the background
     * @param passwords asks for a password
     * @param secrets finds what the options need
     * @param connected what the window is connected to, null for nothing; called on the JavaFX thread
     */
    QueueLogins(
            SettingsMaker maker,
            Executor fx,
            Executor background,
            Function<KnownConnection, SiteOptions> options,
            PasswordAsker passwords,
            OptionSecrets secrets,
            Supplier<@Nullable ConnectionSettings> connected) {
        this.maker = maker;
        this.fx = fx;
        this.background = background;
        this.options = options;
        this.passwords = passwords;
        this.secrets = secrets;
        this.connected = connected;
    }

    @Override
    public CompletionStage<Optional<ConnectionSettings>> login(
            KnownConnection connection, @Nullable Explanation refusal) {
        return CompletableFuture.supplyAsync(() -> options.apply(connection), background)
                .thenComposeAsync(site -> find(connection, site, refusal), fx);
    }

    private CompletionStage<Optional<ConnectionSettings>> find(
            KnownConnection connection, SiteOptions site, @Nullable Explanation refusal) {
        ConnectionSettings open = connected.get();
        if (refusal == null && open != null && KnownConnection.of(open).equals(connection)) {
            return CompletableFuture.completedStage(Optional.of(open));
        }
        return credentials(connection, refusal)
                .thenCompose(credentials -> credentials.isEmpty()
                        ? CompletableFuture.completedStage(Optional.empty())
                        : settings(connection, credentials.get(), site));
    }

    private CompletionStage<Optional<ConnectionSettings>> settings(
            KnownConnection connection, Credentials credentials, SiteOptions site) {
        return secrets.of(connection.server(), site, null)
                .thenApply(answer -> answer.map(found -> maker.settings(connection, credentials, site, found)));
    }

    private CompletionStage<Optional<Credentials>> credentials(
            KnownConnection connection, @Nullable Explanation refusal) {
        if (refusal == null && connection.user().equals(Credentials.ANONYMOUS.user())) {
            return CompletableFuture.completedStage(Optional.of(Credentials.ANONYMOUS));
        }
        return passwords.ask(new PasswordQuestion(connection.server(), connection.user(), refusal));
    }
}
