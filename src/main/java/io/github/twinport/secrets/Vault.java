// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * The saved passwords of a user. Each is encrypted (AES-256-GCM) with a random key, and that key with one that is made of
 * the master password (PBKDF2). For which logins there are passwords is no secret; the passwords need
 * {@link #unlock}. Blocks on the disk; any thread but the JavaFX one.
 */
public final class Vault {

    private static final byte[] KEY_LABEL = {'k', 'e', 'y'};

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    /** The vault of a database. */
    public Vault(Database database) {
        this(database, MasterKey.ROUNDS);
    }

    Vault(Database database, int rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    /** Whether a master password has been set. */
    public boolean exists() throws StoreException {
        return lock().isPresent();
    }

    /**
     * Makes the vault.
     *
     * @param master the master password; the caller wipes it
     * @throws VaultException.Exists when it has been made already
     * @throws StoreException when the database cannot be written
     */
    public UnlockedVault create(char[] master) throws VaultException, StoreException {
        byte[] key = new byte[MasterKey.KEY_BYTES];
        random.nextBytes(key);
        KeyLock lock = lock(key, master);
        boolean made = database.write(transaction -> {
            boolean free = VaultTables.lock(transaction).isEmpty();
            if (free) {
                VaultTables.replaceLock(transaction, lock);
            }
            return free;
        });
        if (!made) {
            Arrays.fill(key, (byte) 0);
            throw new VaultException.Exists();
        }
        return new UnlockedVault(this, key);
    }

    /**
     * Opens the vault; takes about a second.
     *
     * @param master the master password; the caller wipes it
     * @throws VaultException.WrongMasterPassword when it is another one, or there is no vault
     * @throws StoreException when the database cannot be read
     */
    public UnlockedVault unlock(char[] master) throws VaultException, StoreException {
        KeyLock lock = lock().orElse(null);
        if (lock == null) {
            throw new VaultException.WrongMasterPassword(new IllegalStateException("there is no vault"));
        }
        byte[] masterKey = MasterKey.of(master, lock.salt(), lock.rounds());
        try {
            return new UnlockedVault(this, SealedBytes.open(masterKey, lock.key(), KEY_LABEL));
        } catch (AEADBadTagException e) {
            throw new VaultException.WrongMasterPassword(e);
        } finally {
            Arrays.fill(masterKey, (byte) 0);
        }
    }

    /** Whether a password is saved. */
    public boolean holds(Login login) throws StoreException {
        return find(login).isPresent();
    }

    /** The logins whose passwords are saved. */
    public List<Login> logins() throws StoreException {
        return database.read(VaultTables::logins);
    }

    /** Forgets a password; whether there was one. */
    public boolean remove(Login login) throws StoreException {
        return database.write(transaction -> VaultTables.remove(transaction, login));
    }

    SecureRandom random() {
        return random;
    }

    Optional<byte[]> find(Login login) throws StoreException {
        return database.read(transaction -> VaultTables.find(transaction, login));
    }

    void put(Login login, byte[] sealed) throws StoreException {
        database.<@Nullable Void>write(transaction -> {
            VaultTables.put(transaction, login, sealed);
            return null;
        });
    }

    /** Locks the same key with another master password; the passwords themselves stay as they are. */
    void replaceMaster(byte[] key, char[] master) throws StoreException {
        KeyLock lock = lock(key, master);
        database.<@Nullable Void>write(transaction -> {
            VaultTables.replaceLock(transaction, lock);
            return null;
        });
    }

    private Optional<KeyLock> lock() throws StoreException {
        return database.read(VaultTables::lock);
    }

    private KeyLock lock(byte[] key, char[] master) {
        byte[] salt = new byte[MasterKey.SALT_BYTES];
        random.nextBytes(salt);
        byte[] masterKey = MasterKey.of(master, salt, rounds);
        try {
            return new KeyLock(salt, rounds, SealedBytes.seal(masterKey, key, KEY_LABEL, random));
        } finally {
            Arrays.fill(masterKey, (byte) 0);
        }
    }
}
