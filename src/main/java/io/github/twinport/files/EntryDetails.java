// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What few listings tell of an entry. Entries without any of it share {@link #NONE}, so that a large folder stays small
 * in memory. Immutable; any thread.
 *
 * @param roundedSize about how many bytes a file has where its listing shows {@code 9.0M}, or
 *     {@link Entry#UNKNOWN_SIZE}; never good enough to compare with
 * @param facts facts of MLSD that have no place of their own, as the server wrote them ({@code perm=r;lang=en;}); all
 *     facts of the line where Twinport does not know one of them
 * @param charset in which the name is to be shown where it has bytes that are no text in the session's charset; null
 *     where nobody has found out
 */
public record EntryDetails(
        long roundedSize, String facts, @Nullable Charset charset) {

    /** Nothing out of the ordinary. */
    public static final EntryDetails NONE = new EntryDetails(Entry.UNKNOWN_SIZE, "");

    /** What a listing tells; nobody has looked at the name. */
    public EntryDetails(long roundedSize, String facts) {
        this(roundedSize, facts, null);
    }

    /** The same with another charset of the name. */
    EntryDetails withCharset(Charset other) {
        return new EntryDetails(roundedSize, facts, other);
    }

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
