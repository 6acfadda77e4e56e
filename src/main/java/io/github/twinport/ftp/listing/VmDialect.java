// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * IBM VM with CMS, old and new: {@code PROFILE  EXEC      A1 V      17     3      1       9/12/91   12:39:07},
 * {@code WELCOME  README   V         82         21          1 1999-12-27 16:19:04 -}. Name and type of a file are joined by
 * a dot, as RETR wants them. Records are counted, not bytes, so the size is unknown.
 */
final class VmDialect implements Dialect {

    private static final int LAST_FORMAT = 3;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final DosDate date = new DosDate();
    private final TimeOfDay time = new TimeOfDay();

    VmDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(5)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "Filename") && line.is(1, "FileType")) {
            return Match.NO_ENTRY;
        }
        int format = format(line);
        if (format < 0 || !line.has(format + 5)) {
            return Match.FOREIGN;
        }
        int day = format + 4;
        if (!date.read(line.text(), line.begin(day), line.end(day))
                || !time.read(line.text(), line.begin(day + 1), line.end(day + 1))) {
            return Match.FOREIGN;
        }
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        draft.openDate = date.isOpen() ? serverTime.open(date, time) : null;
        boolean folder = line.is(format, "DIR");
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        draft.name = folder || format == 1 ? line.word(0) : line.word(0) + "." + line.word(1);
        if (line.has(day + 2) && !line.is(day + 2, "-")) {
            draft.owner = words.of(line.text(), line.begin(day + 2), line.end(day + 2));
        }
        return Match.ENTRY;
    }

    /** The word that tells the format of records, followed by three numbers; or {@link Digits#NONE}. */
    private static int format(Line line) {
        for (int i = 1; i <= LAST_FORMAT && line.has(i + 3); i++) {
            boolean kind = line.is(i, "V") || line.is(i, "F") || line.is(i, "DIR");
            if (kind && isCount(line, i + 1) && isCount(line, i + 2) && isCount(line, i + 3)) {
                return i;
            }
        }
        return Digits.NONE;
    }

    private static boolean isCount(Line line, int word) {
        return line.number(word) >= 0 || line.is(word, "-");
    }
}
