// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Lines that {@link DosDialect} refuses for something odd in a column: a date or time that does not exist, a kind in
 * {@code <>} that nobody knows, a size that is no number. What cannot be read is unknown.
 */
final class LooseDosDialect implements Dialect {

    private static final int LONGEST_DATE = 10;

    private final ServerTime serverTime;
    private final DosDate date = new DosDate();
    private final LooseTime time = new LooseTime();

    LooseDosDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3) || !isDate(line)) {
            return Match.FOREIGN;
        }
        int column = time.read(line, 1) + 1;
        if (column == 0 || !line.has(column + 1)) {
            return Match.FOREIGN;
        }
        if (date.read(line.text(), line.begin(0), line.end(0))) {
            draft.modified = time.on(date.year(), date.month(), date.day(), serverTime);
            draft.openDate = date.isOpen() ? time.on(date, serverTime) : null;
        }
        if (line.first(column) == '<') {
            return readMark(line, column, draft);
        }
        if (!hasDigit(line, column)) {
            return Match.FOREIGN;
        }
        draft.size(line, column);
        draft.name = line.text().substring(line.end(column) + 1);
        return Match.ENTRY;
    }

    private static Match readMark(Line line, int column, Draft draft) {
        if (line.last(column) != '>') {
            return Match.FOREIGN;
        }
        if (DosMark.read(line, column, draft) == Match.FOREIGN) {
            boolean folder = line.isIgnoringCase(column, "<DIR>");
            draft.kind = folder ? EntryKind.FOLDER : EntryKind.LINK;
            draft.guessed = !folder;
            draft.name = line.from(column + 1);
        }
        return Match.ENTRY;
    }

    /** Whether the first word is made of numbers with the same sign between them. */
    private static boolean isDate(Line line) {
        char sign = 0;
        boolean digits = false;
        for (int i = line.begin(0); i < line.end(0); i++) {
            char c = line.text().charAt(i);
            boolean digit = Digits.isDigit(c);
            if (!digit && ("-/.".indexOf(c) < 0 || (sign != 0 && sign != c))) {
                return false;
            }
            digits |= digit;
            sign = digit ? sign : c;
        }
        return sign != 0 && digits && line.length(0) <= LONGEST_DATE;
    }

    private static boolean hasDigit(Line line, int word) {
        return line.text().substring(line.begin(word), line.end(word)).chars().anyMatch(c -> Digits.isDigit((char) c));
    }
}
