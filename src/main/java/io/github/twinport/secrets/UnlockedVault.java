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
    private byte @Nullable [] key;

    UnlockedVault(Vault vault, byte[] key) {
        this.vault = vault;
        this.key = key;
    }

    /**
     * A saved password; the caller wipes it.
     *
     * @throws VaultException.Damaged when it was changed outside of the vault
     * @throws VaultException.Locked after closing
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
            throw new VaultException.Damaged(e);
        }
    }

    /**
     * Saves a password in place of an earlier one.
     *
     * @param password the caller wipes it
     * @throws VaultException.Locked after closing
     * @throws StoreException when the database cannot be written
     */
    public synchronized void save(Login login, char[] password) throws VaultException, StoreException {
        byte[] plain = PasswordBytes.of(password);
        try {
            vault.put(login, SealedBytes.seal(key(), plain, login.label(), vault.random()));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * Sets another master password; all saved passwords stay.
     *
     * @param master the caller wipes it
     * @throws VaultException.Locked after closing
     * @throws StoreException when the database cannot be written; the old one is valid then
     */
    public synchronized void changeMaster(char[] master) throws VaultException, StoreException {
        vault.replaceMaster(key(), master);
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
