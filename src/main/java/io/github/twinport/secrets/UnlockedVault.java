// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import io.github.twinport.store.StoreException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * A vault whose passwords can be read until it is closed, which wipes the key. Blocks on the disk; any thread but the
 * JavaFX one.
 */
public final class UnlockedVault implements AutoCloseable {

    private final Vault vault;
    private KeyLock lock;
    private byte @Nullable [] key;

    UnlockedVault(Vault vault, KeyLock lock, byte[] key) {
        this.vault = vault;
        this.lock = lock;
        this.key = key;
    }

    /**
     * A saved password; the caller wipes it.
     *
     * @throws VaultException.Damaged when it was changed outside of the vault
     * @throws VaultException.Locked after closing, or when another instance has changed the master password
     * @throws StoreException when the database cannot be read
     */
    public synchronized Optional<char[]> find(Login login) throws VaultException, StoreException {
        byte[] open = key();
        byte[] sealed = vault.find(login).orElse(null);
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] plain = SealedBytes.open(open, sealed, login.label());
            char[] password = PasswordBytes.text(plain);
            Arrays.fill(plain, (byte) 0);
            return Optional.of(password);
        } catch (AEADBadTagException e) {
            if (!vault.isLockedBy(lock)) {
                throw lost();
            }
            throw new VaultException.Damaged(e);
        }
    }

    /**
     * Saves a password in place of an earlier one.
     *
     * @param password the caller wipes it
     * @throws VaultException.Locked after closing, or when another instance has changed the master password
     * @throws StoreException when the database cannot be written
     */
    public synchronized void save(Login login, char[] password) throws VaultException, StoreException {
        byte[] plain = PasswordBytes.of(password);
        try {
            if (!vault.put(lock, login, SealedBytes.seal(key(), plain, login.label(), vault.random()))) {
                throw lost();
            }
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * Sets another master password; all saved passwords stay, encrypted anew. Other instances have to open the vault again.
     *
     * @param master the caller wipes it
     * @throws VaultException.TooShort when it is {@linkplain Vault#isEnough not enough}
     * @throws VaultException.Locked after closing, or when another instance has changed the master password
     * @throws StoreException when the database cannot be written; the old one is valid then
     */
    public synchronized void changeMaster(char[] master) throws VaultException, StoreException {
        byte[] old = key();
        byte[] renewed = vault.newKey();
        lock = vault.replaceMaster(lock, old, renewed, master).orElseThrow(this::lost);
        key = renewed;
        Arrays.fill(old, (byte) 0);
    }

    private VaultException.Locked lost() {
        close();
        return new VaultException.Locked();
    }

    /** Locks the vault. */
    @Override
    public synchronized void close() {
        if (key != null) {
            Arrays.fill(key, (byte) 0);
            key = null;
        }
    }

    private byte[] key() throws VaultException.Locked {
        if (key == null) {
            throw new VaultException.Locked();
        }
        return key;
    }
}
