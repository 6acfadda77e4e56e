// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** Which command a listing answers, and so how its lines are to be read. */
public enum ListingFormat {
    /** MLSD: facts and a name, exactly defined (RFC 3659, section 7). */
    MLSD,
    /** LIST: whatever the server's system prints; the dialect is found out from the lines. */
    LIST
}
