// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** Which side opens data connections. */
public enum DataMode {
    /** Passive first (EPSV, then PASV), active when passive does not work. */
    AUTOMATIC,
    /** The client connects to a port that the server names. */
    PASSIVE,
    /** The server connects to a port that the client names. */
    ACTIVE
}
