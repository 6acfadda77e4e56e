// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.Set;

/** A reason why a listing may not show everything that is in its folder, or not as it is. */
public enum Gap {
    /** Lines were not understood. */
    UNREAD_LINES,
    /** What kind of thing a line means, or where its name begins, was guessed. */
    GUESSED_LINES,
    /** The server says that it has left something out. */
    SHORTENED,
    /** The server says that it could not read the folder. */
    NOT_OPENED,
    /** The data ended before the listing did. */
    CUT,
    /** The server has what it has not shown. */
    HIDDEN;

    /** Whether something is missing for certain: lines that were not understood may have meant nothing. */
    public static boolean isCertain(Set<Gap> gaps) {
        return gaps.stream().anyMatch(gap -> gap != UNREAD_LINES && gap != GUESSED_LINES);
    }
}
