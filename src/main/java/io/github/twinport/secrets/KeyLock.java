// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The key of all passwords, encrypted with the key that is made of the master password. Nobody changes the arrays. */
final class KeyLock {

    /** The first way to lock, which bound the key to nothing. */
    static final int UNBOUND = 1;

    /** The present one: version, salt and rounds cannot be changed without the master password. */
    static final int VERSION = 2;

    private static final int LONGEST_SALT = 64;
    private static final int MOST_ROUNDS = 10_000_000;

    private final int version;
    private final byte[] salt;
    private final int rounds;
    private final byte[] key;

    /**
     * A lock.
     *
     * @param version how it was made
     * @param salt goes into the key of the master password
     * @param rounds how often that is hashed
     * @param key the encrypted key
     */
    KeyLock(int version, byte[] salt, int rounds, byte[] key) {
        this.version = version;
        this.salt = salt;
        this.rounds = rounds;
        this.key = key;
    }

    /** Whether it can be a lock that this program has made: others might cost all time and memory there are. */
    boolean isPossible(int leastRounds) {
        return (version == UNBOUND || version == VERSION)
                && salt.length >= MasterKey.SALT_BYTES
                && salt.length <= LONGEST_SALT
                && rounds >= leastRounds
                && rounds <= MOST_ROUNDS
                && key.length == SealedBytes.length(MasterKey.KEY_BYTES);
    }

    /** What the encrypted key is bound to. */
    static byte[] label(int version, byte[] salt, int rounds) {
        String text = version == UNBOUND
                ? "key"
                : "key\n" + version + "\n" + rounds + "\n" + HexFormat.of().formatHex(salt);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] label() {
        return label(version, salt, rounds);
    }

    /** Whether another one locks the same key in the same way. */
    boolean isSame(KeyLock other) {
        return Arrays.equals(key, other.key);
    }

    int version() {
        return version;
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
