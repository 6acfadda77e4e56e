// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.ftp.listing.Listing;
import java.util.List;

/**
 * The lines of a listing that could not be understood. Immutable.
 *
 * @param count how many there were
 * @param lines the first of them, as they came
 */
record Unread(long count, List<String> lines) {

    static final Unread NOTHING = new Unread(0, List.of());

    static Unread of(Listing listing) {
        return new Unread(listing.unparsedCount(), listing.unparsed());
    }
}
