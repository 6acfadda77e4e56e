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
    PYFTPD;

    /** Whether the server can protect connections in this way. */
    public boolean supports(Security security) {
        return this != PUREFTPD || security != Security.IMPLICIT_TLS;
    }

    ServerRecipe recipe() {
        return switch (this) {
            case VSFTPD -> new VsftpdRecipe();
            case PROFTPD -> new ProftpdRecipe();
            case PUREFTPD -> new PureFtpdRecipe();
            case PYFTPD -> new PyftpdRecipe();
        };
    }
}
