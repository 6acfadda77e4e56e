// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Server;
import io.github.twinport.transfer.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A password that is missing or was refused. Immutable; any thread.
 *
 * @param subject what the password is for
 * @param server where to log in: the server or the proxy
 * @param user the user as far as known, may be empty; the file of a certificate
 * @param refusal why the last attempt did not work, null for the first
 */
public record PasswordQuestion(
        Subject subject,
        Server server,
        String user,
        @Nullable Explanation refusal) {

    /** What passwords are for. */
    public enum Subject {
        /** A login, whose user may be another one too. */
        LOGIN,
        /** The user of a proxy. */
        PROXY,
        /** A file with a client certificate. */
        CERTIFICATE
    }

    /** For a login. */
    public PasswordQuestion(Server server, String user, @Nullable Explanation refusal) {
        this(Subject.LOGIN, server, user, refusal);
    }

    /** For the user of a proxy. */
    public static PasswordQuestion ofProxy(Server proxy, String user) {
        return new PasswordQuestion(Subject.PROXY, proxy, user, null);
    }

    /** For a file with the certificate that is shown to a server. */
    public static PasswordQuestion ofCertificate(Server server, String file, @Nullable Explanation refusal) {
        return new PasswordQuestion(Subject.CERTIFICATE, server, file, refusal);
    }
}
