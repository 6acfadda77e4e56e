// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import java.util.List;
import java.util.Set;

/**
 * What a pane does not show of a folder. Immutable.
 *
 * @param count how many lines of the listing could not be understood
 * @param lines the first of them, as they came
 * @param gaps why the entries may not be all; empty where they are
 * @param said the replies in which the server admits that
 */
record Unread(long count, List<String> lines, Set<Gap> gaps, List<String> said) {

    static final Unread NOTHING = new Unread(0, List.of(), Set.of(), List.of());

    static Unread of(Listing listing) {
        return new Unread(listing.unparsedCount(), listing.unparsed(), listing.gaps(), listing.said());
    }

    /** Whether lines that were not understood are all that is missing. */
    boolean isLinesOnly() {
        return gaps.equals(Set.of(Gap.UNREAD_LINES));
    }
}
