// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * SuperTCP and other servers of old Windows: the name first, {@code CMT             <DIR>           11-21-94        10:17},
 * {@code DESIGN1.DOC     11264      May 11 1995 14:20   A}.
 */
final class SuperTcpDialect implements Dialect {

    private static final int MOST_WORDS = 7;

    private final ServerTime serverTime;
    private final DosDate numbers = new DosDate();
    private final LooseTime time = new LooseTime();

    SuperTcpDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3) || line.has(MOST_WORDS) || line.begin(0) > 0) {
            return Match.FOREIGN;
        }
        boolean folder = line.isIgnoringCase(1, "<DIR>");
        if (!folder && line.number(1) < 0) {
            return Match.FOREIGN;
        }
        int last = readDate(line, draft);
        if (last < 0 || !isEnd(line, last + 1)) {
            return Match.FOREIGN;
        }
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        if (!folder) {
            draft.size = line.number(1);
        }
        draft.name = line.word(0);
        return Match.ENTRY;
    }

    /** Reads date and time and returns the last word of them, or {@link Digits#NONE}. */
    private int readDate(Line line, Draft draft) {
        String text = line.text();
        if (numbers.read(text, line.begin(2), line.end(2))) {
            int last = time.read(line, 3);
            draft.modified = time.on(numbers.year(), numbers.month(), numbers.day(), serverTime);
            draft.openDate = numbers.isOpen() ? time.on(numbers, serverTime) : null;
            return last;
        }
        int month = MonthNames.english(text, line.begin(2), line.end(2));
        if (month < 0 || !line.has(5) || line.length(4) != 4) {
            return Digits.NONE;
        }
        int last = time.read(line, 5);
        draft.modified = time.on((int) line.number(4), month, (int) line.number(3), serverTime);
        return last;
    }

    /** Whether nothing but attributes follows. */
    private static boolean isEnd(Line line, int word) {
        if (!line.has(word)) {
            return true;
        }
        for (int i = line.begin(word); i < line.end(word); i++) {
            if ("RHSA".indexOf(line.text().charAt(i)) < 0) {
                return false;
            }
        }
        return !line.has(word + 1);
    }
}
