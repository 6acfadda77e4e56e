// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes a key of a master password: PBKDF2 with HMAC-SHA-512 (RFC 8018). Takes about a second. Any thread. */
final class MasterKey {

    /** What OWASP's advice of 210,000 becomes with room for faster computers. */
    static final int ROUNDS = 600_000;

    static final int SALT_BYTES = 16;
    static final int KEY_BYTES = 32;

    private MasterKey() {}

    /** The key; whoever gets it wipes it. */
    static byte[] of(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, KEY_BYTES * Byte.SIZE);
        try {
            SecretKey key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
            return key.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
