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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aChangedMasterPasswordMakesEverythingOldWorthless() throws IOException {
        byte[] before;
        byte[] lockBefore;
        try (UnlockedVault unlocked = vault.create("old".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            before = bytes("select sealed from password");
            lockBefore = bytes("select sealed_key from vault");
            unlocked.changeMaster("new".toCharArray());
        }
        assertThat(bytes("select sealed from password")).isNotEqualTo(before);
        for (byte[] old : List.of(before, lockBefore)) {
            assertThat(whereOnDisk(old)).isEmpty();
        }
        // Somebody who knew the old password kept the old lock, and puts it back.
        database.write(transaction -> transaction.update("update vault set sealed_key = ?", (Object) lockBefore));
        assertThatThrownBy(() -> vault.unlock("old".toCharArray()))
                .isInstanceOf(VaultException.WrongMasterPassword.class);
    }

    @Test
    void aReplacedOrRemovedPasswordIsNotLeftOnTheDisk() throws IOException {
        try (UnlockedVault unlocked = vault.create("master".toCharArray())) {
            unlocked.save(LOGIN, "one".toCharArray());
            byte[] first = bytes("select sealed from password");
            unlocked.save(LOGIN, "two".toCharArray());
            byte[] second = bytes("select sealed from password");
            assertThat(whereOnDisk(first)).isEmpty();
            assertThat(whereOnDisk(second)).isNotEmpty();
            vault.remove(LOGIN);
            assertThat(whereOnDisk(second)).isEmpty();
        }
    }

    @Test
    void anInstanceThatKnowsTheOldKeyWritesNothingThatNobodyCanRead() throws IOException {
        UnlockedVault here = vault.create("old".toCharArray());
        here.save(LOGIN, "one".toCharArray());
        try (Database second = Database.open(folder);
                UnlockedVault there = new Vault(second, 1_000).unlock("old".toCharArray())) {
            there.changeMaster("new".toCharArray());
            assertThatThrownBy(() -> here.save(OTHER, "two".toCharArray())).isInstanceOf(VaultException.Locked.class);
            assertThat(there.find(LOGIN)).contains("one".toCharArray());
            assertThat(there.find(OTHER)).isEmpty();
        }
        assertThatThrownBy(() -> here.find(LOGIN)).isInstanceOf(VaultException.Locked.class);
        assertThatThrownBy(() -> here.changeMaster("third".toCharArray())).isInstanceOf(VaultException.Locked.class);
    }

    @Test
    void theOldKeyIsNoticedWhereOnlyItIsTried() throws IOException {
        UnlockedVault here = vault.create("old".toCharArray());
        here.save(LOGIN, "one".toCharArray());
        try (UnlockedVault there = vault.unlock("old".toCharArray())) {
            there.changeMaster("new".toCharArray());
        }
        assertThatThrownBy(() -> here.find(LOGIN)).isInstanceOf(VaultException.Locked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "😀", "  ", "\t\n "})
    void aMasterPasswordThatProtectsNothingIsRefused(String master) throws IOException {
        assertThatThrownBy(() -> vault.create(master.toCharArray())).isInstanceOf(VaultException.TooShort.class);
        assertThat(vault.exists()).isFalse();
        try (UnlockedVault unlocked = vault.create("good".toCharArray())) {
            assertThatThrownBy(() -> unlocked.changeMaster(master.toCharArray()))
                    .isInstanceOf(VaultException.TooShort.class);
        }
        vault.unlock("good".toCharArray()).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rounds = 999",
                "rounds = 2000000000",
                "rounds = 9000000000000000000",
                "rounds = -1",
                "version = 3",
                "salt = x''",
                "salt = zeroblob(1000000)",
                "sealed_key = x''",
                "sealed_key = zeroblob(1000000)"
            })
    void aHeaderThatCannotBeIsRefusedAtOnce(String change) throws IOException {
        vault.create("master".toCharArray()).close();
        damage("update vault set " + change);
        assertThatThrownBy(() -> vault.unlock("master".toCharArray())).isInstanceOf(VaultException.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rounds = 1001", "version = 1", "salt = cast('0123456789abcdef' as blob)"})
    void aHeaderThatWasChangedOpensNothing(String change) throws IOException {
        vault.create("master".toCharArray()).close();
        damage("update vault set " + change);
        assertThatThrownBy(() -> vault.unlock("master".toCharArray()))
                .isInstanceOf(VaultException.WrongMasterPassword.class);
    }

    @Test
    void aVaultOfTheFirstVersionIsOpenedAndBoundToItsHeader() throws IOException {
        byte[] salt = new byte[16];
        byte[] key = new byte[32];
        byte[] masterKey = MasterKey.of("master".toCharArray(), salt, 1_000);
        byte[] sealed = SealedBytes.seal(masterKey, key, "key".getBytes(StandardCharsets.US_ASCII), vault.random());
        database.write(transaction -> transaction.update(
                "insert into vault (id, salt, rounds, sealed_key) values (1, ?, 1000, ?)", salt, sealed));
        vault.unlock("master".toCharArray()).close();
        int version = database.read(transaction -> transaction
                .first("select version from vault", row -> row.getInt(1))
                .orElseThrow());
        assertThat(version).isEqualTo(2);
        vault.unlock("master".toCharArray()).close();
    }

    private byte[] bytes(String sql) throws IOException {
        return database.read(
                transaction -> transaction.first(sql, row -> row.getBytes(1)).orElseThrow());
    }

    /** The files that hold some bytes. */
    private List<Path> whereOnDisk(byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
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
