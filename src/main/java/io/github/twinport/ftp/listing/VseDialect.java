// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import java.util.Locale;

/**
 * IBM VSE, whose folders are of many kinds: {@code POWER <Directory>}, {@code PRD1 <Library>};
 * {@code BASE <Sub Library> 12 345 00/03/23 10:11:12}; {@code MASTER.FILE 00/03/23 10:11:12 80 K} in catalogs and tables of
 * contents; {@code ARISE.PHASE 12 3 00/03/23 10:11:12 F} in sub-libraries; {@code PAYROLL.00123.00 10 1 40 3 D SYSA} in
 * queues. Records are counted, so sizes are unknown.
 */
final class VseDialect implements Dialect {

    private static final String KINDS = "SDVIUEKRF";
    private static final int LAST_DATE_WORD = 5;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final As400Date date = new As400Date();
    private final TimeOfDay time = new TimeOfDay();

    VseDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(1) || line.begin(0) > 0) {
            return Match.FOREIGN;
        }
        draft.name = line.word(0);
        boolean found = line.first(1) == '<' ? readMark(line, draft) : isFile(line, draft) || isJob(line, draft);
        return found ? Match.ENTRY : Match.FOREIGN;
    }

    private boolean readMark(Line line, Draft draft) {
        int close = line.text().indexOf('>', line.begin(1));
        if (close < 0) {
            return false;
        }
        String mark = line.text().substring(line.begin(1) + 1, close).toLowerCase(Locale.ROOT);
        switch (mark) {
            case "directory", "library", "sub library", "vtoc", "vsam catalog", "power queues", "power", "icff" ->
                draft.kind = EntryKind.FOLDER;
            case "file", "entry sequenced vsam", "key sequenced vsam", "relative record vsam", "esds", "ksds", "rrds" ->
                draft.kind = EntryKind.FILE;
            default -> {
                return false;
            }
        }
        readTime(line, draft);
        return true;
    }

    /** Whether date and time were found anywhere among the columns. */
    private boolean readTime(Line line, Draft draft) {
        for (int i = 1; i <= LAST_DATE_WORD && line.has(i + 1); i++) {
            if (date.read(line, i) && time.read(line.text(), line.begin(i + 1), line.end(i + 1))) {
                draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
                draft.openDate = date.open(serverTime, time);
                return true;
            }
        }
        return false;
    }

    /** Numbers, a date and a time, and one letter at the end. */
    private boolean isFile(Line line, Draft draft) {
        int last = 3;
        while (last < LAST_DATE_WORD && line.has(last + 1)) {
            last++;
        }
        boolean letter = line.has(last) && line.length(last) == 1 && KINDS.indexOf(line.first(last)) >= 0;
        if (last < 4 || !letter || line.has(last + 1) || !readTime(line, draft)) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (!Digits.isDigit(line.first(i))) {
                return false;
            }
        }
        return true;
    }

    /** Name, number and suffix of a job, four numbers, what is done with it, and its owner. */
    private boolean isJob(Line line, Draft draft) {
        String name = draft.name;
        int first = name.indexOf('.');
        int second = name.indexOf('.', first + 1);
        boolean three = first > 0
                && second > 0
                && Digits.of(name, first + 1, second) >= 0
                && Digits.of(name, second + 1, name.length()) >= 0;
        if (!three || !line.has(5) || line.has(7) || line.length(5) != 1) {
            return false;
        }
        for (int i = 1; i <= 4; i++) {
            if (line.number(i) < 0) {
                return false;
            }
        }
        draft.owner = line.has(6) ? words.of(line.text(), line.begin(6), line.end(6)) : "";
        return true;
    }
}
