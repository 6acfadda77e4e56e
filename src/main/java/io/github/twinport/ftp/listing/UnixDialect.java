// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * What {@code ls -l} prints, and every server that imitates it:
 * {@code -rw-r--r--   1 root     other        531 Jan 29 03:26 README}.
 *
 * <p>Between the permissions and the date stand the number of links, the owner, the group and the size; all but the
 * size may be missing, owner and group may hold blanks. So the date is looked for first: it begins where a size ends
 * and is the only thing there that is a valid date.
 */
final class UnixDialect implements Dialect {

    /** Columns that are looked at in search of the date; groups with many words need the most. */
    private static final int LAST_DATE_WORD = 40;

    private final UnixDate date;
    private final SharedWords words;

    UnixDialect(ServerTime serverTime, SharedWords words) {
        this.date = new UnixDate(serverTime);
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0)) {
            return Match.FOREIGN;
        }
        if (UnixTotal.is(line)) {
            return Match.NO_ENTRY;
        }
        // An inode number or a number of blocks may stand in front.
        int column = Digits.isDigit(line.first(0)) && line.has(1) && line.number(0) >= 0 ? 1 : 0;
        int permissionsEnd = PermissionColumn.end(line, column);
        if (permissionsEnd < 0) {
            return Match.FOREIGN;
        }
        draft.kind = PermissionColumn.kind(line.first(column));
        int dateWord = dateWord(line, column + 2, draft.kind);
        if (dateWord < 0) {
            return Match.FOREIGN;
        }
        int nameBegin = date.nameBegin(line);
        if (nameBegin >= line.text().length()) {
            return Match.FOREIGN;
        }
        draft.modified = date.timestamp();
        draft.openDate = date.openDate();
        draft.nameFrom(line.text(), nameBegin);
        boolean kindIsShown = permissionsEnd - line.begin(column) == 10;
        draft.permissions =
                words.of(line.text(), kindIsShown ? permissionsEnd - 9 : line.begin(column), permissionsEnd);
        int ownersEnd = readSize(line, dateWord, draft);
        OwnerColumns.read(line, column + 1, ownersEnd, draft, words);
        draft.finishUnixName();
        return Match.ENTRY;
    }

    /** The word at which the date begins, or {@link Digits#NONE}. */
    private int dateWord(Line line, int first, EntryKind kind) {
        for (int i = first; i <= LAST_DATE_WORD && line.has(i); i++) {
            if (isSize(line, i - 1, kind) && date.read(line, i)) {
                return i;
            }
        }
        return Digits.NONE;
    }

    private static boolean isSize(Line line, int word, EntryKind kind) {
        return SizeColumn.isPossible(line, word)
                && (SizeColumn.bytes(line, word) >= 0 || (kind == EntryKind.OTHER && DeviceNumbers.isPair(line, word)));
    }

    /** Reads the size and returns the word behind the owners. Devices show two numbers instead of a size. */
    private static int readSize(Line line, int dateWord, Draft draft) {
        int size = dateWord - 1;
        if (draft.kind == EntryKind.OTHER) {
            if (DeviceNumbers.isPair(line, size)) {
                return size;
            }
            if (DeviceNumbers.isMajor(line, size - 1)) {
                return size - 1;
            }
        }
        draft.size(line, size);
        return size;
    }
}
