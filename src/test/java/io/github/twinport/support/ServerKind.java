// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.ftp.Security;

/** The real servers that tests can start. */
public enum ServerKind {
    /** vsftpd; no MLSD, demands TLS session resumption. */
    VSFTPD,
    /** ProFTPD; demands TLS session resumption, limits clients only after PASS. */
    PROFTPD,
    /** Pure-FTPd; no implicit TLS, demands no resumption. */
    PUREFTPD,
    /** pyftpdlib; event-driven, so commands must not be pipelined across transfers. */
    PYFTPD,
    /** ftpd of GNU inetutils, of the BSD family; no TLS, no MLSD, forgets REST at the next EPSV, no limit of clients. */
    INETUTILS;

    /** Whether the server can protect connections in this way. */
    public boolean supports(Security security) {
        return switch (this) {
            case VSFTPD, PROFTPD, PYFTPD -> true;
            case PUREFTPD -> security != Security.IMPLICIT_TLS;
            case INETUTILS -> security == Security.PLAIN;
        };
    }

    ServerRecipe recipe() {
        return switch (this) {
            case VSFTPD -> new VsftpdRecipe();
            case PROFTPD -> new ProftpdRecipe();
            case PUREFTPD -> new PureFtpdRecipe();
            case PYFTPD -> new PyftpdRecipe();
            case INETUTILS -> new InetutilsRecipe();
        };
    }
}
