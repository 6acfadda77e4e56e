// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.transfer.Logins;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The logins of transfers that an earlier run has left: that of the window's connection where it is the same, nothing for
 * anonymous ones, else the user is asked. Any thread; asks on the JavaFX thread.
 */
final class QueueLogins implements Logins {

    private final SettingsMaker maker;
    private final Executor fx;
    private final PasswordAsker passwords;
    private final Supplier<@Nullable ConnectionSettings> connected;

    /**
     * Logins for one window.
     *
     * @param maker makes the engine's settings
     * @param fx runs work on the JavaFX thread
     * @param passwords asks for a password
     * @param connected what the window is connected to, null for nothing; called on the JavaFX thread
     */
    QueueLogins(
            SettingsMaker maker,
            Executor fx,
            PasswordAsker passwords,
            Supplier<@Nullable ConnectionSettings> connected) {
        this.maker = maker;
        this.fx = fx;
        this.passwords = passwords;
        this.connected = connected;
    }

    @Override
    public CompletionStage<Optional<ConnectionSettings>> login(
            KnownConnection connection, @Nullable Explanation refusal) {
        return CompletableFuture.supplyAsync(() -> find(connection, refusal), fx);
    }

    private Optional<ConnectionSettings> find(KnownConnection connection, @Nullable Explanation refusal) {
        ConnectionSettings open = connected.get();
        if (refusal == null && open != null && KnownConnection.of(open).equals(connection)) {
            return Optional.of(open);
        }
        return credentials(connection, refusal).map(credentials -> maker.settings(connection, credentials));
    }

    private Optional<Credentials> credentials(KnownConnection connection, @Nullable Explanation refusal) {
        if (refusal == null && connection.user().equals(Credentials.ANONYMOUS.user())) {
            return Optional.of(Credentials.ANONYMOUS);
        }
        return passwords.ask(new PasswordQuestion(connection.server(), connection.user(), refusal));
    }
}
