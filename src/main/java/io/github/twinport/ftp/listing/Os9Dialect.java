// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Microware OS-9: group and user, last change, attributes, sector, length,
 * {@code  1.78   90/11/28 1635   d-ewrewr   3458     160 NOTES}. Some print times with a fraction ({@code 1635.30}) and
 * lengths in units.
 */
final class Os9Dialect implements Dialect {

    private static final String ATTRIBUTES = "dsewrewr";
    private static final int NAME = 6;
    private static final int TIME_DIGITS = 4;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final As400Date date = new As400Date();

    Os9Dialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "Owner") && line.is(1, "Last") && line.is(2, "modified")) {
            return Match.NO_ENTRY;
        }
        int dot = line.text().indexOf('.', line.begin(0));
        if (!line.has(NAME) || dot < 0 || dot >= line.end(0) || !hasTime(line, 2)) {
            return Match.FOREIGN;
        }
        if (Digits.of(line.text(), line.begin(0), dot) < 0 || Digits.of(line.text(), dot + 1, line.end(0)) < 0) {
            return Match.FOREIGN;
        }
        if (!date.read(line, 1) || !hasAttributes(line, 3) || !Digits.isDigit(line.first(NAME - 1))) {
            return Match.FOREIGN;
        }
        int time = Digits.small(line.text(), line.begin(2), line.begin(2) + TIME_DIGITS);
        draft.modified = serverTime.minute(date.year(), date.month(), date.day(), time / 100, time % 100);
        draft.group = words.of(line.text(), line.begin(0), dot);
        draft.owner = words.of(line.text(), dot + 1, line.end(0));
        draft.permissions = words.of(line.text(), line.begin(3), line.end(3));
        draft.kind = line.first(3) == 'd' ? EntryKind.FOLDER : EntryKind.FILE;
        draft.size(line, NAME - 1);
        draft.name = line.from(NAME);
        return Match.ENTRY;
    }

    /** Hour and minute in four digits, perhaps with a fraction. */
    private static boolean hasTime(Line line, int word) {
        int end = line.begin(word) + TIME_DIGITS;
        return end <= line.end(word)
                && Digits.small(line.text(), line.begin(word), end) >= 0
                && (end == line.end(word) || ".:,".indexOf(line.text().charAt(end)) >= 0);
    }

    private static boolean hasAttributes(Line line, int word) {
        for (int i = 0; i < ATTRIBUTES.length() && i < line.length(word); i++) {
            char c = line.text().charAt(line.begin(word) + i);
            if (c != '-' && c != ATTRIBUTES.charAt(i)) {
                return false;
            }
        }
        return line.length(word) == ATTRIBUTES.length();
    }
}
