// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * OS/2: size, attributes, date and time, {@code 587823    RSA    DIR   01-08-97   13:58  OS2KRNL}.
 */
final class Os2Dialect implements Dialect {

    private static final int LAST_DATE_WORD = 3;

    private final ServerTime serverTime;
    private final DosDate date = new DosDate();
    private final TimeOfDay time = new TimeOfDay();

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
        if (!line.has(word + 2)
                || !date.read(line.text(), line.begin(word), line.end(word))
                || !time.read(line.text(), line.begin(word + 1), line.end(word + 1))) {
            return Match.FOREIGN;
        }
        draft.kind = line.is(word - 1, "DIR") ? EntryKind.FOLDER : EntryKind.FILE;
        draft.size = line.number(0);
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        draft.name = line.from(word + 2);
        return draft.modified == null ? Match.FOREIGN : Match.ENTRY;
    }

    private static boolean isAttributes(Line line, int word) {
        for (int i = line.begin(word); i < line.end(word); i++) {
            char c = line.text().charAt(i);
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }
}
