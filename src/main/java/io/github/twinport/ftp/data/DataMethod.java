// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.DataMode;
import java.util.List;

/** The ways to come to a data connection, in the order in which they are tried. Immutable; any thread. */
public enum DataMethod {
    /** EPSV (RFC 2428): the server names only a port, so no wrong address can stand in the reply. */
    EXTENDED_PASSIVE,
    /** PASV (RFC 959). */
    PASSIVE,
    /** EPRT or PORT: the server connects to us. */
    ACTIVE;

    /** What may be tried in a mode. */
    static List<DataMethod> of(DataMode mode) {
        return switch (mode) {
            case AUTOMATIC -> List.of(EXTENDED_PASSIVE, PASSIVE, ACTIVE);
            case PASSIVE -> List.of(EXTENDED_PASSIVE, PASSIVE);
            case ACTIVE -> List.of(ACTIVE);
        };
    }
}
