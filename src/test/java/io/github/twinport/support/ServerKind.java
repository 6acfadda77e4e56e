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
    INETUTILS,
    /** linux-ftpd, of the BSD family; no TLS, no FEAT, no limit of clients; lists by ls, so that its root holds programs. */
    LINUXFTPD,
    /** aioftp; answers commands that it does not know before those that came earlier. No FEAT, SIZE, MDTM, NOOP, PORT. */
    AIOFTP;

    /** Whether the server can protect connections in this way. */
    public boolean supports(Security security) {
        return switch (this) {
            case VSFTPD, PROFTPD, PYFTPD -> true;
            case PUREFTPD -> security != Security.IMPLICIT_TLS;
            case INETUTILS, LINUXFTPD, AIOFTP -> security == Security.PLAIN;
        };
    }

    /** Whether the server connects to clients (PORT, EPRT). */
    public boolean hasActiveMode() {
        return this != AIOFTP;
    }

    /** Whether the server tells the length and time of one file (SIZE, MDTM). */
    public boolean tellsSizeAndTime() {
        return this != AIOFTP;
    }

    /** Whether the server answers commands that did not wait for each other in their order. */
    public boolean keepsOrder() {
        return this != AIOFTP;
    }

    ServerRecipe recipe() {
        return switch (this) {
            case VSFTPD -> new VsftpdRecipe();
            case PROFTPD -> new ProftpdRecipe();
            case PUREFTPD -> new PureFtpdRecipe();
            case PYFTPD -> new PyftpdRecipe();
            case INETUTILS -> InetdRecipe.inetutils();
            case LINUXFTPD -> InetdRecipe.linuxFtpd();
            case AIOFTP -> new AioftpRecipe();
        };
    }
}
