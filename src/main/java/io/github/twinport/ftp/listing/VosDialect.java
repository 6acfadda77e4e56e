// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Stratus VOS: access, blocks, organisation, last change, {@code w    158 stm       90-05-19 11:53:44  acctng.cobol}; folders
 * ({@code m      1           04-01-27 20:11:02  reports}) and links
 * ({@code 04-07-13 21:15:43  log  ->  %s#d01>logs>log}) stand below headings of their own.
 */
final class VosDialect implements Dialect {

    private static final String ACCESS = "unerwsm";

    private final ServerTime serverTime;
    private final SharedWords words;
    private final As400Date date = new As400Date();
    private final TimeOfDay time = new TimeOfDay();
    private EntryKind kind = EntryKind.OTHER;

    VosDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(1)) {
            return Match.FOREIGN;
        }
        if (isHeading(line)) {
            return Match.NO_ENTRY;
        }
        int day = dateWord(line);
        if (day < 0 || !line.has(day + 2) || line.length(day) != 8 || !date.read(line, day)) {
            return Match.FOREIGN;
        }
        if (!time.read(line.text(), line.begin(day + 1), line.end(day + 1))) {
            return Match.FOREIGN;
        }
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        draft.name = line.from(day + 2);
        if (day == 0) {
            draft.kind = EntryKind.LINK;
            partTarget(draft);
            return Match.ENTRY;
        }
        boolean organised = day == 3;
        draft.kind = organised || kind == EntryKind.FILE ? EntryKind.FILE : EntryKind.FOLDER;
        draft.permissions = words.of(line.text(), line.begin(0), line.end(0));
        return Match.ENTRY;
    }

    /** The word of the date, or {@link Digits#NONE} if what stands in front of it is not of this dialect. */
    private int dateWord(Line line) {
        if (kind == EntryKind.LINK
                && Digits.isDigit(line.first(0))
                && line.text().contains("->")) {
            return 0;
        }
        if (line.length(0) != 1 || ACCESS.indexOf(line.first(0)) < 0 || line.number(1) < 0 || !line.has(4)) {
            return Digits.NONE;
        }
        return Digits.isDigit(line.first(2)) ? 2 : 3;
    }

    private boolean isHeading(Line line) {
        if (line.number(1) < 0 && line.last(1) != ',') {
            return false;
        }
        boolean files = line.is(0, "Files:") && line.text().contains("Blocks:");
        if (files) {
            kind = EntryKind.FILE;
        } else if (line.is(0, "Dirs:")) {
            kind = EntryKind.FOLDER;
        } else if (line.is(0, "Links:")) {
            kind = EntryKind.LINK;
        } else {
            return false;
        }
        return true;
    }

    private static void partTarget(Draft draft) {
        int arrow = draft.name.indexOf("->", 1);
        if (arrow > 0) {
            draft.linkTarget = draft.name.substring(arrow + 2).strip();
            draft.name = draft.name.substring(0, arrow).stripTrailing();
        }
    }
}
