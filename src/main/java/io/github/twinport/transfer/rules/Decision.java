// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

/** What is done with one file whose target exists. */
public enum Decision {
    /** Replace it. */
    OVERWRITE,
    /** Append what is missing. */
    RESUME,
    /** Keep it and write the new file under a free name beside it. */
    RENAME,
    /** Leave it alone and go on with the next file. */
    SKIP
}
