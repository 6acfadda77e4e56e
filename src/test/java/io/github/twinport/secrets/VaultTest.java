// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Login LOGIN = new Login(new Server("ftp.example.org", 21, Security.EXPLICIT_TLS), "anna");
    private static final Login OTHER = new Login(new Server("ftp.example.org", 21, Security.EXPLICIT_TLS), "bert");

    @TempDir
    Path folder;

    private Database database;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        vault = new Vault(database, 1_000);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsPasswordsForTheNextRun() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "pässword 😀".toCharArray());
        }
        database.close();
        database = Database.open(folder);
        vault = new Vault(database, 1_000);

        assertThat(vault.exists()).isTrue();
        assertThat(vault.logins()).containsExactly(LOGIN);
        try (UnlockedVault unlocked = vault.unlock("master".toCharArray())) {
            assertThat(unlocked.find(LOGIN)).contains("pässword 😀".toCharArray());
            assertThat(unlocked.find(OTHER)).isEmpty();
        }
    }

    @Test
    void writesNoPasswordToTheDisk() throws IOException {
        try (UnlockedVault unlocked = vault.create("master-secret".toCharArray())) {
            unlocked.save(LOGIN, "site-secret".toCharArray());
        }
        database.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("site-secret")
                        .doesNotContain("master-secret");
            }
        }
    }

    @Test
    void anotherMasterPasswordOpensNothing() throws IOException {
        vault.create("master".toCharArray()).close();

        assertThatThrownBy(() -> vault.unlock("Master".toCharArray()))
                .isInstanceOf(VaultException.WrongMasterPassword.class);
    }

    @Test
    void whereThereIsNoVaultNothingOpensIt() throws IOException {
        assertThat(vault.exists()).isFalse();
        assertThatThrownBy(() -> vault.unlock("master".toCharArray()))
                .isInstanceOf(VaultException.WrongMasterPassword.class);
    }

    @Test
    void aSecondVaultDoesNotReplaceTheFirst() throws IOException {
        try (UnlockedVault first = vault.create("master".toCharArray())) {
            first.save(LOGIN, "secret".toCharArray());
        }
        assertThatThrownBy(() -> vault.create("other".toCharArray())).isInstanceOf(VaultException.Exists.class);
        try (UnlockedVault unlocked = vault.unlock("master".toCharArray())) {
            assertThat(unlocked.find(LOGIN)).contains("secret".toCharArray());
        }
    }

    @Test
    void aChangedMasterPasswordLosesNoEntry() throws IOException {
        try (UnlockedVault unlocked = vault.create("old".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            unlocked.save(OTHER, "two".toCharArray());
            unlocked.changeMaster("new".toCharArray());
            assertThat(unlocked.find(OTHER)).contains("two".toCharArray());
        }
        assertThatThrownBy(() -> vault.unlock("old".toCharArray()))
                .isInstanceOf(VaultException.WrongMasterPassword.class);
        try (UnlockedVault unlocked = vault.unlock("new".toCharArray())) {
            assertThat(unlocked.find(LOGIN)).contains("one".toCharArray());
            assertThat(unlocked.find(OTHER)).contains("two".toCharArray());
        }
    }

    @Test
    void aDamagedEntryDoesNotTakeTheOthersWithIt() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            unlocked.save(OTHER, "two".toCharArray());
            damage("update password set sealed = cast(substr(sealed, 1, 30) || x'00' as blob) where user = 'anna'");

            assertThatThrownBy(() -> unlocked.find(LOGIN)).isInstanceOf(VaultException.Damaged.class);
            assertThat(unlocked.find(OTHER)).contains("two".toCharArray());
            unlocked.save(LOGIN, "again".toCharArray());
            assertThat(unlocked.find(LOGIN)).contains("again".toCharArray());
        }
    }

    @Test
    void anEntryOfAnotherLoginIsNotTaken() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            unlocked.save(OTHER, "two".toCharArray());
            damage("update password set sealed = (select sealed from password where user = 'bert')");

            assertThatThrownBy(() -> unlocked.find(LOGIN)).isInstanceOf(VaultException.Damaged.class);
        }
    }

    @Test
    void aShortenedEntryIsDamagedToo() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            damage("update password set sealed = x'0102'");

            assertThatThrownBy(() -> unlocked.find(LOGIN)).isInstanceOf(VaultException.Damaged.class);
        }
    }

    @Test
    void aLockedVaultGivesNothing() throws IOException {
        UnlockedVault unlocked = vault.create("master".toCharArray());
        unlocked.save(LOGIN, "one".toCharArray());
        unlocked.close();

        assertThatThrownBy(() -> unlocked.find(LOGIN)).isInstanceOf(VaultException.Locked.class);
        assertThatThrownBy(() -> unlocked.save(LOGIN, "two".toCharArray())).isInstanceOf(VaultException.Locked.class);
        assertThatThrownBy(() -> unlocked.changeMaster("new".toCharArray())).isInstanceOf(VaultException.Locked.class);
    }

    @Test
    void aPasswordSavedForTlsIsNotFoundForClearText() throws IOException {
        Login clear = new Login(new Server("FTP.example.org", 21, Security.PLAIN), "anna");
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            assertThat(unlocked.find(clear)).isEmpty();
            assertThat(unlocked.find(new Login(new Server("FTP.Example.ORG", 21, Security.EXPLICIT_TLS), "anna")))
                    .isPresent();
        }
    }

    @Test
    void aRemovedPasswordIsGone() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
        }
        assertThat(vault.holds(LOGIN)).isTrue();
        assertThat(vault.remove(LOGIN)).isTrue();
        assertThat(vault.remove(LOGIN)).isFalse();
        assertThat(vault.holds(LOGIN)).isFalse();
    }

    @Test
    void theKeyIsMadeWithAtLeastSixHundredThousandRounds() throws IOException {
        new Vault(database).create("master".toCharArray()).close();

        int rounds = database.read(transaction -> transaction
                .first("select rounds from vault", row -> row.getInt(1))
                .orElseThrow());
        assertThat(rounds).isGreaterThanOrEqualTo(600_000);
    }

    private void damage(String sql) throws IOException {
        int changed = database.write(transaction -> transaction.update(sql));
        assertThat(changed).isPositive();
    }
}
