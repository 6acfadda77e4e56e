// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why the vault does not give a password. Messages hold no secret; what users see is made of the type. */
public abstract sealed class VaultException extends IOException {

    private static final long serialVersionUID = 1L;

    private VaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The master password is another one. A damaged key looks the same. */
    public static final class WrongMasterPassword extends VaultException {

        private static final long serialVersionUID = 1L;

        WrongMasterPassword(Throwable cause) {
            super("the master password does not open the vault", cause);
        }
    }

    /** One password was changed outside of the vault and cannot be read any more; the others can. */
    public static final class Damaged extends VaultException {

        private static final long serialVersionUID = 1L;

        Damaged(Throwable cause) {
            super("the saved password is damaged", cause);
        }
    }

    /** The vault was locked again. */
    public static final class Locked extends VaultException {

        private static final long serialVersionUID = 1L;

        Locked() {
            super("the vault is locked", null);
        }
    }

    /** There is a vault already, made by somebody else in the meantime. */
    public static final class Exists extends VaultException {

        private static final long serialVersionUID = 1L;

        Exists() {
            super("there is a vault already", null);
        }
    }

    /** A new master password is so short that it is none. */
    public static final class TooShort extends VaultException {

        private static final long serialVersionUID = 1L;

        TooShort() {
            super("the master password is too short", null);
        }
    }

    /** What is needed to open the vault was changed outside of it. */
    public static final class Unusable extends VaultException {

        private static final long serialVersionUID = 1L;

        Unusable() {
            super("the vault’s salt, rounds or key make no sense", null);
        }
    }
}
