// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * Routers of Nortel with wfFtp: name, size, date, day of the week and time,
 * {@code boot.cfg       1014196  06/03/04  Thur.   10:20:03}.
 */
final class RouterDialect implements Dialect {

    private static final int WORDS = 5;

    private final ServerTime serverTime;
    private final DosDate date = new DosDate();
    private final LooseTime time = new LooseTime();

    RouterDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(WORDS - 1) || line.has(WORDS) || line.number(1) < 0 || line.last(3) != '.') {
            return Match.FOREIGN;
        }
        if (!date.read(line.text(), line.begin(2), line.end(2)) || time.read(line, 4) < 0) {
            return Match.FOREIGN;
        }
        draft.name = line.word(0);
        draft.size = line.number(1);
        draft.modified = time.on(date.year(), date.month(), date.day(), serverTime);
        draft.openDate = date.isOpen() ? time.on(date, serverTime) : null;
        return Match.ENTRY;
    }
}
