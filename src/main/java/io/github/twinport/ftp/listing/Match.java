// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** What a dialect makes of a line. */
enum Match {
    /** An entry; its columns stand in the draft. */
    ENTRY,
    /** A line of this dialect that is no entry: a header, a total, the folder itself. */
    NO_ENTRY,
    /** The first half of an entry that goes on in the next line. */
    FIRST_HALF,
    /** Not a line of this dialect. */
    FOREIGN
}
