// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.listing.Gap;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder was listed, but perhaps not all of it, so that nothing may be concluded from what was not shown. */
@SuppressWarnings("serial") // Never serialised.
public final class ListingNotWholeException extends IOException {

    private final Set<Gap> gaps;

    /** For these reasons, at least one. */
    public ListingNotWholeException(Set<Gap> gaps) {
        super("the listing is not whole: "
                + gaps.stream().sorted().map(Gap::name).collect(Collectors.joining(", ")));
        this.gaps = EnumSet.copyOf(gaps);
    }

    /** Why it may not be all. */
    public Set<Gap> gaps() {
        return EnumSet.copyOf(gaps);
    }
}
