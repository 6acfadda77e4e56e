// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/** Which way bytes go. */
public enum Direction {
    /** From the server to this computer. */
    DOWNLOAD,
    /** From this computer to the server. */
    UPLOAD
}
