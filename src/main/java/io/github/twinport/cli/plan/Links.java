// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

/** What is done with symbolic links of the source. */
public enum Links {
    /** What they lead to is transferred. */
    FOLLOW,
    /** They are left out. */
    SKIP,
    /** Links are made; only possible on this computer. */
    COPY
}
