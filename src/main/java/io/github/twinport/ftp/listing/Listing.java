// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A folder as its server listed it. Immutable; any thread.
 *
 * @param entries what is in the folder, in the server's order
 * @param unparsed the first lines that were not understood or named a path, as they came
 * @param unparsedCount how many such lines there were in all
 * @param gaps why it may not be all that is there; empty where it is
 * @param said the replies in which the server admits that; empty where it does not
 */
public record Listing(
        List<Entry> entries, List<String> unparsed, long unparsedCount, Set<Gap> gaps, List<String> said) {

    /** One about which the server has said nothing. */
    public Listing(List<Entry> entries, List<String> unparsed, long unparsedCount, Set<Gap> gaps) {
        this(entries, unparsed, unparsedCount, gaps, List.of());
    }

    /** Keeps copies of the lists. */
    public Listing {
        entries = List.copyOf(entries);
        unparsed = List.copyOf(unparsed);
        gaps = Set.copyOf(gaps);
        said = List.copyOf(said);
    }

    /**
     * The same with further reasons why it may not be all.
     *
     * @param further the reasons
     * @param admitted the replies in which the server admits them; empty where it does not
     */
    public Listing with(Set<Gap> further, List<String> admitted) {
        if (further.isEmpty()) {
            return this;
        }
        Set<Gap> all = EnumSet.copyOf(further);
        all.addAll(gaps);
        return new Listing(entries, unparsed, unparsedCount, all, admitted);
    }

    /** Whether it shows all that is in the folder: only then may anything be concluded from what it does not show. */
    public boolean isWhole() {
        return gaps.isEmpty();
    }
}
