// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Microware OS-9: group and user, last change, attributes, sector, length,
 * {@code  1.78   90/11/28 1635   d-ewrewr   3458     160 NOTES}.
 */
final class Os9Dialect implements Dialect {

    private static final String ATTRIBUTES = "dsewrewr";
    private static final int NAME = 6;

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
        if (!line.has(NAME) || dot < 0 || dot >= line.end(0) || line.length(2) != 4) {
            return Match.FOREIGN;
        }
        if (Digits.of(line.text(), line.begin(0), dot) < 0 || Digits.of(line.text(), dot + 1, line.end(0)) < 0) {
            return Match.FOREIGN;
        }
        if (!date.read(line, 1) || !hasAttributes(line, 3) || line.number(2) < 0 || line.number(NAME - 1) < 0) {
            return Match.FOREIGN;
        }
        int time = (int) line.number(2);
        draft.modified = serverTime.minute(date.year(), date.month(), date.day(), time / 100, time % 100);
        draft.group = words.of(line.text(), line.begin(0), dot);
        draft.owner = words.of(line.text(), dot + 1, line.end(0));
        draft.permissions = words.of(line.text(), line.begin(3), line.end(3));
        draft.kind = line.first(3) == 'd' ? EntryKind.FOLDER : EntryKind.FILE;
        draft.size = line.number(NAME - 1);
        draft.name = line.from(NAME);
        return draft.modified == null ? Match.FOREIGN : Match.ENTRY;
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
