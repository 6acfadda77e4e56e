// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/**
 * Who logs in. The text form shows the user only.
 *
 * @param user the user name for USER
 * @param password the password for PASS; empty where the user has none
 * @param account the account for ACCT where a server asks for one; usually empty
 */
public record Credentials(String user, String password, String account) {

    /** The login of anyone: the password is by custom a mail address, and none is given away. */
    public static final Credentials ANONYMOUS = new Credentials("anonymous", "anonymous@", "");

    /** A login without an account. */
    public Credentials(String user, String password) {
        this(user, password, "");
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
