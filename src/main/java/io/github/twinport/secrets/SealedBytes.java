// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce of 96 bits in front (NIST SP 800-38D). Any thread. */
final class SealedBytes {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** No password is as long. */
    private static final int LONGEST = 1 << 16;

    private SealedBytes() {}

    /** How long a text of some bytes is when it is sealed. */
    static int length(int plain) {
        return NONCE_BYTES + plain + TAG_BITS / Byte.SIZE;
    }

    /** Encrypts; the label is not kept but has to be the same for opening. */
    static byte[] seal(byte[] key, byte[] plain, byte[] label, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws AEADBadTagException when key or label are others, or a bit was changed
     */
    static byte[] open(byte[] key, byte[] sealed, byte[] label) throws AEADBadTagException {
        if (sealed.length < length(0) || sealed.length > length(LONGEST)) {
            throw new AEADBadTagException("too short or too long");
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, label)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label);
        return cipher;
    }
}
