// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * File systems of Cisco's IOS and ASA: number, permissions, size, date, name,
 * {@code     2  -rwx     4823492   Mar 01 1993 00:02:10 +00:00  c2600-i-mz},
 * {@code 6      -rwx  5474304     03:56:08 Jan 01 2003  asdm.bin}.
 */
final class CiscoDialect implements Dialect {

    private static final int DATE = 3;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final TimeOfDay time = new TimeOfDay();

    CiscoDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(2)) {
            return Match.FOREIGN;
        }
        if (isHeading(line)) {
            return Match.NO_ENTRY;
        }
        if (line.number(0) < 0 || !isPermissions(line, 1) || line.number(2) < 0) {
            return Match.FOREIGN;
        }
        int name = readDate(line, draft);
        if (name < 0 || !line.has(name)) {
            return Match.FOREIGN;
        }
        draft.kind = line.first(1) == 'd' ? EntryKind.FOLDER : EntryKind.FILE;
        draft.permissions = words.of(line.text(), line.begin(1) + 1, line.end(1));
        draft.size = line.number(2);
        draft.name = line.from(name);
        return Match.ENTRY;
    }

    /** Reads date and time in either order and returns the word behind them, or {@link Digits#NONE}. */
    private int readDate(Line line, Draft draft) {
        if (!line.has(DATE + 2)) {
            return Digits.NONE;
        }
        if (line.is(DATE, "<no") && line.is(DATE + 1, "date>")) {
            return DATE + 2;
        }
        if (!line.has(DATE + 4)) {
            return Digits.NONE;
        }
        String text = line.text();
        boolean timeFirst = time.read(text, line.begin(DATE), line.end(DATE));
        int day = timeFirst ? DATE + 1 : DATE;
        if (!timeFirst && !time.read(text, line.begin(DATE + 3), line.end(DATE + 3))) {
            return Digits.NONE;
        }
        int month = MonthNames.english(text, line.begin(day), line.end(day));
        int dayOfMonth = Digits.small(text, line.begin(day + 1), line.end(day + 1));
        int year = Digits.small(text, line.begin(day + 2), line.end(day + 2));
        int next = DATE + 4;
        if (ZoneWord.is(line, next)) {
            draft.modified = serverTime.of(year, month, dayOfMonth, time, ZoneWord.seconds(line, next));
            next++;
        } else {
            draft.modified = serverTime.of(year, month, dayOfMonth, time);
        }
        return month < 0 || dayOfMonth < 0 || year < 0 ? Digits.NONE : next;
    }

    private static boolean isPermissions(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        return line.length(word) == 4
                && "d-".indexOf(text.charAt(begin)) >= 0
                && "r-".indexOf(text.charAt(begin + 1)) >= 0
                && "w-".indexOf(text.charAt(begin + 2)) >= 0
                && "x-".indexOf(text.charAt(begin + 3)) >= 0;
    }

    private static boolean isHeading(Line line) {
        boolean folder = line.is(0, "Directory")
                && line.is(1, "of")
                && line.last(2) != '.'
                && line.text().indexOf(':') > 0;
        boolean total = line.number(0) >= 0 && line.is(1, "bytes") && (line.is(2, "total") || line.is(2, "available"));
        return folder || total;
    }
}
