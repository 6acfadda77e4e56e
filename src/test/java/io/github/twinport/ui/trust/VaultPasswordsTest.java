// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.secrets.Login;
import io.github.twinport.secrets.UnlockedVault;
import io.github.twinport.secrets.Vault;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultPasswordsTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);
    private static final String MASTER = "correct horse";

    @TempDir
    Path folder;

    private final Deque<String> masters = new ArrayDeque<>();
    private final Deque<PasswordPrompt.Answer> answers = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Database database;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        vault = new Vault(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksOnlyForThePasswordWhereNothingIsSaved() {
        answers.add(new PasswordPrompt.Answer(new Credentials("ada", "typed"), false));

        assertThat(asked(passwords(), "ada")).contains(new Credentials("ada", "typed"));
        assertThat(shown).containsExactly("password ada");
    }

    @Test
    void savesWhatIsToBeRememberedAndFindsItAfterUnlockingOnce() throws Exception {
        answers.add(new PasswordPrompt.Answer(new Credentials("ada", "secret"), true));
        masters.add(MASTER);
        try (VaultPasswords first = passwords()) {
            asked(first, "ada");
            assertThat(asked(first, "ada")).contains(new Credentials("ada", "secret"));
        }
        assertThat(shown).containsExactly("password ada", "create");
        shown.clear();
        masters.add(MASTER);
        try (VaultPasswords next = passwords()) {
            assertThat(asked(next, "ada")).contains(new Credentials("ada", "secret"));
            assertThat(asked(next, "ada")).contains(new Credentials("ada", "secret"));
        }

        assertThat(shown).containsExactly("unlock");
        assertThat(failures).isEmpty();
    }

    @Test
    void asksAgainAfterAWrongMasterPassword() throws Exception {
        saved("secret");
        masters.add("wrong");
        masters.add(MASTER);
        try (VaultPasswords passwords = passwords()) {
            assertThat(asked(passwords, "ada")).contains(new Credentials("ada", "secret"));
        }

        assertThat(shown).containsExactly("unlock", "unlock after a wrong one");
    }

    @Test
    void doesNotAskForTheMasterPasswordAgainOnceTheUserGoesOnWithout() throws Exception {
        saved("secret");
        answers.add(new PasswordPrompt.Answer(new Credentials("ada", "typed"), false));
        VaultPasswords passwords = passwords();

        assertThat(asked(passwords, "ada")).contains(new Credentials("ada", "typed"));
        assertThat(asked(passwords, "ada")).isEmpty();
        assertThat(shown).containsExactly("unlock", "password ada", "password ada");
    }

    @Test
    void doesNotGiveASavedPasswordThatWasRefused() throws Exception {
        saved("old");
        VaultPasswords passwords = passwords();
        PasswordQuestion refused = new PasswordQuestion(SERVER, "ada", new Explanation("no", "again"));

        assertThat(passwords.ask(refused).toCompletableFuture().join()).isEmpty();
        assertThat(shown).containsExactly("password ada");
    }

    @Test
    void savesNothingWithoutAMasterPassword() throws Exception {
        VaultPasswords passwords = passwords();
        passwords.save(SERVER, "ada", "secret");

        assertThat(shown).containsExactly("create");
        assertThat(vault.logins()).isEmpty();
        assertThat(passwords.holds(SERVER, "ada").toCompletableFuture().join()).isFalse();
    }

    @Test
    void forgets() throws Exception {
        saved("secret");
        VaultPasswords passwords = passwords();
        assertThat(passwords.holds(SERVER, "ada").toCompletableFuture().join()).isTrue();
        passwords.forget(SERVER, "ada");

        assertThat(passwords.holds(SERVER, "ada").toCompletableFuture().join()).isFalse();
    }

    @Test
    void tellsOfAVaultThatCannotBeReadAndAsksForThePassword() {
        database.close();
        answers.add(new PasswordPrompt.Answer(new Credentials("ada", "typed"), false));

        assertThat(asked(passwords(), "ada")).contains(new Credentials("ada", "typed"));
        assertThat(failures).singleElement().isInstanceOf(StoreException.class);
    }

    private Optional<Credentials> asked(VaultPasswords passwords, String user) {
        return passwords
                .ask(new PasswordQuestion(SERVER, user, null))
                .toCompletableFuture()
                .join();
    }

    private void saved(String password) throws IOException {
        try (UnlockedVault open = vault.create(MASTER.toCharArray())) {
            open.save(new Login(SERVER, "ada"), password.toCharArray());
        }
    }

    private VaultPasswords passwords() {
        PasswordPrompt prompt = question -> {
            shown.add("password " + question.user());
            return Optional.ofNullable(answers.poll());
        };
        return new VaultPasswords(vault, prompt, new Masters(), Runnable::run, Runnable::run, failures::add);
    }

    /** Answers in the user's place. */
    private final class Masters implements MasterPrompt {

        @Override
        public Optional<char[]> unlock(boolean wrong) {
            shown.add(wrong ? "unlock after a wrong one" : "unlock");
            return Optional.ofNullable(masters.poll()).map(String::toCharArray);
        }

        @Override
        public Optional<char[]> create() {
            shown.add("create");
            return Optional.ofNullable(masters.poll()).map(String::toCharArray);
        }
    }
}
