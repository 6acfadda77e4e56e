// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

/** The key of all passwords, encrypted with the key that is made of the master password. Nobody changes the arrays. */
final class KeyLock {

    private final byte[] salt;
    private final int rounds;
    private final byte[] key;

    /**
     * A lock.
     *
     * @param salt goes into the key of the master password
     * @param rounds how often that is hashed
     * @param key the encrypted key
     */
    KeyLock(byte[] salt, int rounds, byte[] key) {
        this.salt = salt;
        this.rounds = rounds;
        this.key = key;
    }

    byte[] salt() {
        return salt;
    }

    int rounds() {
        return rounds;
    }

    byte[] key() {
        return key;
    }
}
