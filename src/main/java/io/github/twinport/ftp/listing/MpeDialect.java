// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * HP 3000 with MPE/iX, below its headings: {@code DB000     PRIV    128W  FB           6          6   1       16  1  1}; with
 * POSIX the name stands last, {@code 16W  HBD          0   67107839   1       32  1  *  incoming/}. Records are counted; only
 * where they are bytes is the size known. Times are not shown.
 */
final class MpeDialect implements Dialect {

    private static final int COLUMNS = 8;
    private static final int LAST_RECORD = 2;

    private boolean headingSeen;

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0)) {
            return Match.FOREIGN;
        }
        if (isHeading(line)) {
            headingSeen = true;
            return Match.NO_ENTRY;
        }
        int record = headingSeen ? record(line) : Digits.NONE;
        if (record < 0) {
            return Match.FOREIGN;
        }
        boolean nameIsLast = line.has(record + COLUMNS);
        if (!nameIsLast && record == 0) {
            return Match.FOREIGN;
        }
        String name = nameIsLast ? line.from(record + COLUMNS) : line.word(0);
        // A star behind a name shows that the file is open.
        draft.name = name.length() > 1 && name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        draft.kind = name.endsWith("/") ? EntryKind.FOLDER : EntryKind.FILE;
        if (line.is(record, "1B")) {
            draft.size = line.number(record + 2);
        }
        draft.finishUnixName();
        return Match.ENTRY;
    }

    private static boolean isHeading(Line line) {
        String text = line.text();
        boolean account = line.word(0).startsWith("ACCOUNT") && text.contains("GROUP");
        boolean columns = text.contains("--LOGICAL RECORD--") && text.contains("--SPACE--");
        boolean units = line.has(3) && line.is(0, "SIZE") && line.is(1, "TYP") && line.is(2, "EOF");
        return account || columns || units || (line.is(0, "PATH=") && line.has(1) && !line.has(2));
    }

    /** The word of the record's size ({@code 128W}), behind which types and numbers follow; or {@link Digits#NONE}. */
    private static int record(Line line) {
        for (int i = 0; i <= LAST_RECORD && line.has(i + COLUMNS - 1); i++) {
            boolean unit = line.last(i) == 'W' || line.last(i) == 'B';
            boolean size = unit && Digits.of(line.text(), line.begin(i), line.end(i) - 1) >= 0;
            if (size && line.number(i + 2) >= 0 && line.number(i + 3) >= 0 && line.number(i + 5) >= 0) {
                return i;
            }
        }
        return Digits.NONE;
    }
}
