// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Servers of the classic Mac OS and their heirs (NetPresenz, WebSTAR, Rumpus, Peter's FTP server): Unix permissions,
 * then for folders the word {@code folder} and the number of things inside, for files the lengths of both forks and
 * their sum: {@code -rw-r--r--    54149       27826    81975 Jul 22  2010 09.jpg}. Owners and groups there are none.
 */
final class MacDialect implements Dialect {

    private final UnixDate date;
    private final SharedWords words;

    MacDialect(ServerTime serverTime, SharedWords words) {
        this.date = new UnixDate(serverTime);
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(5)) {
            return Match.FOREIGN;
        }
        boolean folder = line.first(0) == 'd' && line.is(1, "folder");
        int size = folder ? 2 : 3;
        int permissionsEnd = PermissionColumn.end(line, 0);
        if (permissionsEnd < 0 || (!folder && !isSumOfForks(line)) || line.number(size) < 0) {
            return Match.FOREIGN;
        }
        if (!date.read(line, size + 1) || date.nameBegin(line) >= line.text().length()) {
            return Match.FOREIGN;
        }
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        draft.permissions = words.of(line.text(), permissionsEnd - 9, permissionsEnd);
        draft.size = line.number(size);
        draft.modified = date.timestamp();
        draft.name = line.text().substring(date.nameBegin(line));
        return Match.ENTRY;
    }

    private static boolean isSumOfForks(Line line) {
        long resource = line.number(1);
        long data = line.number(2);
        return line.first(0) == '-' && resource >= 0 && data >= 0 && resource == line.number(3) - data;
    }
}
