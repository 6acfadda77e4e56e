// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where in a line of MLSD or MLST the facts end and the name begins. */
final class FactSplit {

    private static final List<String> FACTS = List.of(
            "type=",
            "size=",
            "sizd=",
            "modify=",
            "perm=",
            "unique=",
            "create=",
            "lang=",
            "charset=",
            "media-type=",
            "unix.");

    private FactSplit() {}

    /**
     * The index behind the one blank that follows the last fact's semicolon, or {@link Digits#NONE}. The blank is
     * looked for behind a semicolon, because the target of a link, which stands in its type fact, may hold blanks.
     */
    static int nameBegin(String text) {
        if (text.startsWith(" ")) {
            return 1;
        }
        int blank = text.indexOf(' ');
        while (blank > 0 && text.charAt(blank - 1) != ';') {
            blank = text.indexOf(' ', blank + 1);
        }
        return blank > 0 ? blank + 1 : Digits.NONE;
    }

    /** Where the text begins behind blanks and tabs. */
    static int textBegin(String text) {
        int begin = 0;
        while (begin < text.length() && Line.isBlank(text.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    /** Whether a fact that servers send stands at the index. */
    static boolean isFact(String text, int begin) {
        for (String fact : FACTS) {
            if (text.regionMatches(true, begin, fact, 0, fact.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The line whose facts, or whose name, go on behind the blanks of the next line; null where that line is one of its
     * own.
     */
    static @Nullable String unfolded(String half, String next) {
        int begin = textBegin(next);
        int equals = next.indexOf('=', begin);
        if (begin == 0 || begin == next.length()) {
            return null;
        }
        if (!isFact(next, begin) || equals < 0) {
            return half + " " + next.substring(begin);
        }
        String name = next.substring(begin, equals + 1).toLowerCase(Locale.ROOT);
        return half.toLowerCase(Locale.ROOT).contains(name) ? null : half + next.substring(begin);
    }
}
