// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads single lines of facts, as MLST answers them (RFC 3659, section 7.2). The blank that stands in front of such a
 * line inside a reply may still be there. Any thread; never throws on what a server sends.
 */
public final class MlsxLine {

    private MlsxLine() {}

    /** All facts and the name, or null if the line is not well formed. */
    public static @Nullable FactLine parse(String line) {
        String text = withoutReplyBlank(line);
        int nameBegin = FactSplit.nameBegin(text);
        if (nameBegin < 0 || nameBegin >= text.length()) {
            return null;
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int begin = 0; begin < nameBegin - 1; ) {
            int semicolon = text.indexOf(';', begin);
            int equals = text.indexOf('=', begin);
            if (semicolon < 0 || semicolon >= nameBegin || equals <= begin || equals > semicolon) {
                return null;
            }
            facts.put(text.substring(begin, equals).toLowerCase(Locale.ROOT), text.substring(equals + 1, semicolon));
            begin = semicolon + 1;
        }
        return new FactLine(facts, text.substring(nameBegin));
    }

    /**
     * The entry that the line describes, under a name that the caller knows, because servers answer MLST with a name, a
     * path, or anything else. Also for the listed folder itself, whose type is {@code cdir}.
     *
     * @param name the entry's name
     * @return null if the line is not well formed
     * @throws IllegalArgumentException when the name is not plain
     */
    public static @Nullable Entry entry(String line, String name) {
        Line text = new Line();
        text.set(withoutReplyBlank(line));
        Draft draft = new Draft();
        if (new MlsdDialect(new SharedWords()).read(text, draft) == Match.FOREIGN) {
            return null;
        }
        draft.name = name;
        return draft.entry();
    }

    private static String withoutReplyBlank(String line) {
        boolean blankThenFacts =
                line.length() > 1 && line.charAt(0) == ' ' && FactSplit.nameBegin(line.substring(1)) > 1;
        return blankThenFacts ? line.substring(1) : line;
    }
}
