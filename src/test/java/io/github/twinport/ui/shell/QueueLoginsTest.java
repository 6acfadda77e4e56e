// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logins of what an earlier run has left. */
class QueueLoginsTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);
    private static final Explanation REFUSED = new Explanation("The password is wrong.", "");

    private final SettingsMaker maker =
            new SettingsMaker(TlsSettings.of(TrustDecider.STRICT), Timeouts.DEFAULT, line -> {});
    private final List<PasswordQuestion> questions = new ArrayList<>();
    private Optional<Credentials> answer = Optional.of(new Credentials("ada", "secret"));
    private @Nullable ConnectionSettings connected;

    @Test
    void asksForThePasswordAndTellsWhyTheLastOneDidNotWork() {
        assertThat(login("ada", REFUSED)).hasValueSatisfying(settings -> {
            assertThat(settings.server()).isEqualTo(SERVER);
            assertThat(settings.credentials().password()).isEqualTo("secret");
        });
        assertThat(questions).containsExactly(new PasswordQuestion(SERVER, "ada", REFUSED));
    }

    @Test
    void whoGivesUpGetsNoLogin() {
        answer = Optional.empty();

        assertThat(login("ada", null)).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void theWindowsOwnConnectionNeedsNoQuestion() {
        ConnectionSettings open = openWindow();
        connected = open;

        assertThat(login("ada", null)).containsSame(open);
        assertThat(login("bob", null)).isPresent();
        assertThat(questions).containsExactly(new PasswordQuestion(SERVER, "bob", null));
    }

    @Test
    void aRefusedConnectionOfTheWindowIsAskedForAgain() {
        connected = openWindow();

        assertThat(login("ada", REFUSED))
                .hasValueSatisfying(settings ->
                        assertThat(settings.credentials().password()).isEqualTo("secret"));
        assertThat(questions).hasSize(1);
    }

    @Test
    void anonymousNeedsNoPassword() {
        assertThat(login(Credentials.ANONYMOUS.user(), null))
                .hasValueSatisfying(
                        settings -> assertThat(settings.credentials()).isEqualTo(Credentials.ANONYMOUS));
        assertThat(questions).isEmpty();
    }

    private Optional<ConnectionSettings> login(String user, @Nullable Explanation refusal) {
        PasswordAsker asker = question -> {
            questions.add(question);
            return CompletableFuture.completedStage(answer);
        };
        QueueLogins logins = new QueueLogins(
                maker,
                Runnable::run,
                Runnable::run,
                connection -> SiteOptions.DEFAULT,
                asker,
                new OptionSecrets(asker),
                () -> connected);
        return logins.login(known(user), refusal).toCompletableFuture().join();
    }

    private ConnectionSettings openWindow() {
        return new ConnectionSettings(
                SERVER, new Credentials("ada", "typed before"), TlsSettings.of(TrustDecider.STRICT), line -> {});
    }

    private static KnownConnection known(String user) {
        return new KnownConnection(SERVER, user, DataMode.AUTOMATIC, StandardCharsets.UTF_8);
    }
}
