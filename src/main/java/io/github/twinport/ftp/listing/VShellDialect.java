// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Old versions of VShell: size, month, day, year and time, and folders with a slash behind their names,
 * {@code 206876  Apr 04, 2000 21:06 a file}, {@code 0  Dec 12, 2002 02:13 folder/}.
 */
final class VShellDialect implements Dialect {

    private static final int NAME = 5;

    private final UnixDate date;

    VShellDialect(ServerTime serverTime) {
        this.date = new UnixDate(serverTime);
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(NAME) || line.number(0) < 0 || line.last(2) != ',') {
            return Match.FOREIGN;
        }
        if (!date.read(line, 1) || date.lastWord() != NAME - 1) {
            return Match.FOREIGN;
        }
        draft.nameFrom(line.text(), date.nameBegin(line));
        draft.modified = date.timestamp();
        draft.kind = draft.name.endsWith("/") ? EntryKind.FOLDER : EntryKind.FILE;
        if (!draft.name.endsWith("/")) {
            draft.size = line.number(0);
        }
        draft.finishUnixName();
        return Match.ENTRY;
    }
}
