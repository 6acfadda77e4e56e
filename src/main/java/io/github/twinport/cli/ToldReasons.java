// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.Explanation;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The long reasons that were told already, so that a server's habit is not explained anew for each file. */
final class ToldReasons {

    /** What is shorter is told each time. */
    private static final int LONG = 160;

    /** Reasons that are all different are no habit and need not be remembered. */
    private static final int MOST = 100;

    /** What is random in the names of temporary files, which servers put into their replies. */
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{5}-[a-z2-7]{8}");

    private final Map<Explanation, String> first = new HashMap<>();

    ToldReasons() {}

    /**
     * For which file the same was told, null where it is to be told now.
     *
     * @param file what is told about it, by the name under which it is told
     * @param name the file's own name, which the reason may contain
     */
    @Nullable
    String sameAs(String file, String name, Explanation why) {
        if (why.what().length() + why.advice().length() < LONG || name.isEmpty()) {
            return null;
        }
        Explanation plain = new Explanation(anybodys(why.what(), name), anybodys(why.advice(), name));
        String told = first.get(plain);
        if (told == null && first.size() < MOST) {
            first.put(plain, file);
        }
        return told;
    }

    private static String anybodys(String text, String name) {
        return TOKEN.matcher(text.replace(name, "")).replaceAll("");
    }
}
