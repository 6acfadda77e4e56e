// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.util.Arrays;
import java.util.List;

/** The oldest version of TLS that is spoken with a server; newer ones always are. */
public enum OldestTls {
    /** Broken since long (RFC 8996); Java itself refuses it unless its security settings are changed. */
    TLS_1_0("TLSv1"),
    /** As old and as refused as 1.0. */
    TLS_1_1("TLSv1.1"),
    /** What a user gets who changes nothing. */
    TLS_1_2("TLSv1.2"),
    /** Nothing but the newest. */
    TLS_1_3("TLSv1.3");

    private final String protocol;

    OldestTls(String protocol) {
        this.protocol = protocol;
    }

    /** This version and all newer ones in JSSE's names, the newest first. */
    public List<String> versions() {
        return Arrays.stream(values())
                .filter(version -> version.compareTo(this) >= 0)
                .map(version -> version.protocol)
                .toList()
                .reversed();
    }
}
