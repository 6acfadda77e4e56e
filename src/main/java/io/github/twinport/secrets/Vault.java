// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/**
 * The saved passwords of a user. Each is encrypted (AES-256-GCM) with a random key, and that key with one that is made of
 * the master password (PBKDF2). For which logins there are passwords is no secret; the passwords need
 * {@link #unlock}. Blocks on the disk; any thread but the JavaFX one.
 */
public final class Vault {

    private static final int SHORTEST_MASTER = 2;

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

    /** Whether a text can be a master password; an empty one or a single letter would protect nothing. */
    public static boolean isEnough(char[] master) {
        return Character.codePointCount(master, 0, master.length) >= SHORTEST_MASTER
                && !CharBuffer.wrap(master).chars().allMatch(Character::isWhitespace);
    }

    /**
     * Makes the vault.
     *
     * @param master the master password; the caller wipes it
     * @throws VaultException.TooShort when it is {@linkplain #isEnough not enough}
     * @throws VaultException.Exists when it has been made already
     * @throws StoreException when the database cannot be written
     */
    public UnlockedVault create(char[] master) throws VaultException, StoreException {
        byte[] key = newKey();
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
        return new UnlockedVault(this, lock, key);
    }

    /**
     * Opens the vault; takes about a second.
     *
     * @param master the master password; the caller wipes it
     * @throws VaultException.WrongMasterPassword when it is another one, or there is no vault
     * @throws VaultException.Unusable when the vault was changed by something else than this program
     * @throws StoreException when the database cannot be read
     */
    public UnlockedVault unlock(char[] master) throws VaultException, StoreException {
        KeyLock lock = lock().orElse(null);
        if (lock == null) {
            throw new VaultException.WrongMasterPassword(new IllegalStateException("there is no vault"));
        }
        if (!lock.isPossible(Math.min(rounds, MasterKey.ROUNDS))) {
            throw new VaultException.Unusable();
        }
        byte[] masterKey = MasterKey.of(master, lock.salt(), lock.rounds());
        try {
            byte[] key = SealedBytes.open(masterKey, lock.key(), lock.label());
            return new UnlockedVault(this, lock.version() == KeyLock.VERSION ? lock : bound(lock, key, masterKey), key);
        } catch (AEADBadTagException e) {
            throw new VaultException.WrongMasterPassword(e);
        } finally {
            Arrays.fill(masterKey, (byte) 0);
        }
    }

    /** Locks the key of a vault of the first version in the present way. */
    private KeyLock bound(KeyLock old, byte[] key, byte[] masterKey) throws StoreException {
        KeyLock lock = sealed(key, masterKey, old.salt(), old.rounds());
        return database.write(transaction -> {
                    boolean same =
                            VaultTables.lock(transaction).filter(old::isSame).isPresent();
                    if (same) {
                        VaultTables.replaceLock(transaction, lock);
                    }
                    return same;
                })
                ? lock
                : old;
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
        return database.writeErasing(false, transaction -> VaultTables.remove(transaction, login));
    }

    SecureRandom random() {
        return random;
    }

    /** The encrypted password of a login. */
    Optional<byte[]> find(Login login) throws StoreException {
        return database.read(transaction -> VaultTables.find(transaction, login));
    }

    /** Whether the key is still the one that a lock holds: another instance may have changed the master password. */
    boolean isLockedBy(KeyLock lock) throws StoreException {
        return lock().filter(lock::isSame).isPresent();
    }

    /** Keeps an encrypted password; false when the key has changed meanwhile, so that nobody could read it. */
    boolean put(KeyLock lock, Login login, byte[] sealed) throws StoreException {
        return database.writeErasing(false, transaction -> {
            boolean same = VaultTables.lock(transaction).filter(lock::isSame).isPresent();
            if (same) {
                VaultTables.put(transaction, login, sealed);
            }
            return same;
        });
    }

    /**
     * Sets another master password and another key, with which everything is encrypted anew: who knew the old ones, or has
     * an old copy of the database, can read nothing that is saved from now on. What could not be read is removed.
     *
     * @return the new lock; nothing when the key has changed meanwhile
     */
    Optional<KeyLock> replaceMaster(KeyLock old, byte[] oldKey, byte[] newKey, char[] master)
            throws VaultException, StoreException {
        KeyLock lock = lock(newKey, master);
        boolean done = database.writeErasing(true, transaction -> {
            if (VaultTables.lock(transaction).filter(old::isSame).isEmpty()) {
                return false;
            }
            Map<Login, byte[]> sealed = new HashMap<>();
            for (Login login : VaultTables.logins(transaction)) {
                byte[] again =
                        sealedAnew(VaultTables.find(transaction, login).orElse(new byte[0]), login, oldKey, newKey);
                if (again.length > 0) {
                    sealed.put(login, again);
                }
            }
            VaultTables.removeAll(transaction);
            for (Map.Entry<Login, byte[]> entry : sealed.entrySet()) {
                VaultTables.put(transaction, entry.getKey(), entry.getValue());
            }
            VaultTables.replaceLock(transaction, lock);
            return true;
        });
        return done ? Optional.of(lock) : Optional.empty();
    }

    /** Empty where nobody can read it. */
    private byte[] sealedAnew(byte[] sealed, Login login, byte[] oldKey, byte[] newKey) {
        try {
            byte[] plain = SealedBytes.open(oldKey, sealed, login.label());
            byte[] again = SealedBytes.seal(newKey, plain, login.label(), random);
            Arrays.fill(plain, (byte) 0);
            return again;
        } catch (AEADBadTagException e) {
            return new byte[0];
        }
    }

    byte[] newKey() {
        byte[] key = new byte[MasterKey.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private Optional<KeyLock> lock() throws StoreException {
        return database.read(VaultTables::lock);
    }

    private KeyLock lock(byte[] key, char[] master) throws VaultException.TooShort {
        if (!isEnough(master)) {
            throw new VaultException.TooShort();
        }
        byte[] salt = new byte[MasterKey.SALT_BYTES];
        random.nextBytes(salt);
        byte[] masterKey = MasterKey.of(master, salt, rounds);
        try {
            return sealed(key, masterKey, salt, rounds);
        } finally {
            Arrays.fill(masterKey, (byte) 0);
        }
    }

    private KeyLock sealed(byte[] key, byte[] masterKey, byte[] salt, int hashed) {
        byte[] label = KeyLock.label(KeyLock.VERSION, salt, hashed);
        return new KeyLock(KeyLock.VERSION, salt, hashed, SealedBytes.seal(masterKey, key, label, random));
    }
}
