// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.Locale;

/**
 * What few listings tell of an entry. Entries without any of it share {@link #NONE}, so that a large folder stays small
 * in memory. Immutable; any thread.
 *
 * @param roundedSize about how many bytes a file has where its listing shows {@code 9.0M}, or
 *     {@link Entry#UNKNOWN_SIZE}; never good enough to compare with
 * @param facts facts of MLSD that have no place of their own, as the server wrote them ({@code perm=r;lang=en;}); all
 *     facts of the line where Twinport does not know one of them
 */
public record EntryDetails(long roundedSize, String facts) {

    /** Nothing out of the ordinary. */
    public static final EntryDetails NONE = new EntryDetails(Entry.UNKNOWN_SIZE, "");

    /** The value of a fact, or the empty text where it is not among the {@link #facts}. */
    public String fact(String name) {
        String start = name.toLowerCase(Locale.ROOT) + "=";
        for (int begin = 0; begin < facts.length(); ) {
            int semicolon = facts.indexOf(';', begin);
            int end = semicolon < 0 ? facts.length() : semicolon;
            if (facts.regionMatches(true, begin, start, 0, start.length())) {
                return facts.substring(begin + start.length(), end);
            }
            begin = end + 1;
        }
        return "";
    }
}
