// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * OS/2: size, attributes, date and time, {@code 587823    RSA    DIR   01-08-97   13:58  OS2KRNL}. Years go on after 99:
 * {@code 02-11-103}.
 */
final class Os2Dialect implements Dialect {

    private static final int LAST_DATE_WORD = 3;

    private final ServerTime serverTime;
    private final DosDate date = new DosDate();
    private final LooseTime time = new LooseTime();

    Os2Dialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3) || line.number(0) < 0) {
            return Match.FOREIGN;
        }
        int word = 1;
        while (word < LAST_DATE_WORD && isAttributes(line, word)) {
            word++;
        }
        if (!line.has(word + 2) || !date.read(line.text(), line.begin(word), line.end(word))) {
            return Match.FOREIGN;
        }
        int last = time.read(line, word + 1);
        if (last < 0 || !line.has(last + 1)) {
            return Match.FOREIGN;
        }
        draft.kind = isFolder(line, word) ? EntryKind.FOLDER : EntryKind.FILE;
        draft.size = line.number(0);
        draft.modified = time.on(date.year(), date.month(), date.day(), serverTime);
        draft.openDate = date.isOpen() ? time.on(date, serverTime) : null;
        draft.name = line.from(last + 1);
        return Match.ENTRY;
    }

    private static boolean isFolder(Line line, int columns) {
        return line.isIgnoringCase(1, "DIR") || line.isIgnoringCase(columns - 1, "DIR");
    }

    private static boolean isAttributes(Line line, int word) {
        for (int i = line.begin(word); i < line.end(word); i++) {
            char c = line.text().charAt(i);
            if ((c | 0x20) < 'a' || (c | 0x20) > 'z') {
                return false;
            }
        }
        return true;
    }
}
