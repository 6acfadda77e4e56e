// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Novell NetWare: {@code - [R----F--] rhesus             214059       Oct 20 15:27    cx.exe}. Some versions put more
 * than one blank in front of the name, so none of them is the name's.
 */
final class NetwareDialect implements Dialect {

    private static final int LAST_DATE_WORD = 12;

    private final UnixDate date;
    private final SharedWords words;

    NetwareDialect(ServerTime serverTime, SharedWords words) {
        this.date = new UnixDate(serverTime);
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(2) || !isKind(line) || line.first(1) != '[' || line.last(1) != ']') {
            return Match.FOREIGN;
        }
        for (int i = 3; i <= LAST_DATE_WORD && line.has(i); i++) {
            if (!Digits.isDigit(line.first(i)) && line.number(i - 1) >= 0 && date.read(line, i)) {
                return readColumns(line, i - 1, draft);
            }
        }
        return Match.FOREIGN;
    }

    private Match readColumns(Line line, int size, Draft draft) {
        String text = line.text();
        int name = date.nameBegin(line);
        while (name < text.length() && Line.isBlank(text.charAt(name))) {
            name++;
        }
        if (name >= text.length()) {
            return Match.FOREIGN;
        }
        draft.kind = line.first(0) == 'd' ? EntryKind.FOLDER : EntryKind.FILE;
        draft.permissions = words.of(text, line.begin(1) + 1, line.end(1) - 1);
        draft.owner = size > 2 ? words.of(text, line.begin(2), line.end(size - 1)) : "";
        draft.size = line.number(size);
        draft.modified = date.timestamp();
        draft.name = text.substring(name);
        return Match.ENTRY;
    }

    private static boolean isKind(Line line) {
        return line.is(0, "d") || line.is(0, "-");
    }
}
