// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

/** How exactly a time is known; two times are compared only within the coarser of their precisions. */
public enum Precision {
    /** The day only, as {@code Nov 21 2025} in a LIST line. */
    DAY,
    /** To the minute, as {@code Nov 21 14:03}. */
    MINUTE,
    /** To the second, as MDTM and MLSD give it. */
    SECOND,
    /** Finer than a second. */
    FRACTION
}
