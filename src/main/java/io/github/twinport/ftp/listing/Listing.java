// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import java.util.List;

/**
 * A folder as its server listed it. Immutable; any thread.
 *
 * @param entries what is in the folder, in the server's order
 * @param unparsed the first lines that were not understood or named a path, as they came
 * @param unparsedCount how many such lines there were in all
 */
public record Listing(List<Entry> entries, List<String> unparsed, long unparsedCount) {

    /** Keeps copies of the lists. */
    public Listing {
        entries = List.copyOf(entries);
        unparsed = List.copyOf(unparsed);
    }
}
