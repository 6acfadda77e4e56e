// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/**
 * Who logs in. The text form shows the user only.
 *
 * @param user the user name for USER
 * @param password the password for PASS; empty where the user has none
 * @param account the account for ACCT where a server asks for one; usually empty
 * @param complete whether the password is known; where it is not, a server that asks for one has refused the login
 */
public record Credentials(String user, String password, String account, boolean complete) {

    /** The login of anyone: the password is by custom a mail address, and none is given away. */
    public static final Credentials ANONYMOUS = new Credentials("anonymous", "anonymous@", "");

    /** A login whose password is known. */
    public Credentials(String user, String password, String account) {
        this(user, password, account, true);
    }

    /** A login without an account. */
    public Credentials(String user, String password) {
        this(user, password, "");
    }

    /** A login whose password nobody has been asked for yet: many servers need none. */
    public static Credentials withoutPassword(String user, String account) {
        return new Credentials(user, "", account, false);
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
