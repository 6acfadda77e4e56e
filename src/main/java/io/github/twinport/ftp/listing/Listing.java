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
 */
public record Listing(List<Entry> entries, List<String> unparsed, long unparsedCount, Set<Gap> gaps) {

    /** Keeps copies of the lists. */
    public Listing {
        entries = List.copyOf(entries);
        unparsed = List.copyOf(unparsed);
        gaps = Set.copyOf(gaps);
    }

    /** The same with further reasons why it may not be all. */
    public Listing with(Set<Gap> further) {
        if (gaps.containsAll(further)) {
            return this;
        }
        Set<Gap> all = EnumSet.copyOf(further);
        all.addAll(gaps);
        return new Listing(entries, unparsed, unparsedCount, all);
    }

    /** Whether it shows all that is in the folder: only then may anything be concluded from what it does not show. */
    public boolean isWhole() {
        return gaps.isEmpty();
    }
}
