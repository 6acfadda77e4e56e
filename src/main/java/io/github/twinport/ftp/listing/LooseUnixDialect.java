// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryDetails;

/**
 * Lines that begin like those of {@link UnixDialect} but have something odd in a column. What cannot be read is unknown;
 * kind and name are found as long as a person would. Where no date shows the beginning of the name, it is guessed from
 * the number of columns.
 */
final class LooseUnixDialect implements Dialect {

    private static final int LAST_DATE_WORD = 24;

    /** Links, owner, group and size. */
    private static final int MOST_COLUMNS = 4;

    private final LoosePermissions permissions = new LoosePermissions();
    private final LooseDate date;
    private final SharedWords words;

    LooseUnixDialect(ServerTime serverTime, SharedWords words) {
        this.date = new LooseDate(serverTime);
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(1)) {
            return Match.FOREIGN;
        }
        int column = line.number(0) >= 0 ? 1 : 0;
        if (!permissions.read(line, column)) {
            return Match.FOREIGN;
        }
        int next = permissions.next();
        int dateWord = dateWord(line, next);
        boolean found = dateWord >= 0
                ? readDated(line, next, dateWord, draft)
                : permissions.isSure(line, column) && readDateless(line, next, draft);
        if (!found) {
            return Match.FOREIGN;
        }
        draft.kind = permissions.kind();
        draft.permissions = permissions.permissions(line, words);
        draft.guessed |= !permissions.kindIsKnown();
        draft.finishUnixName();
        return Match.ENTRY;
    }

    private int dateWord(Line line, int first) {
        for (int i = first; i <= LAST_DATE_WORD && line.has(i); i++) {
            if (date.read(line, i)) {
                return i;
            }
        }
        for (int i = first + 1; i <= LAST_DATE_WORD && line.has(i); i++) {
            if (line.number(i - 1) >= 0 && (date.readUnknownMonth(line, i) || date.readNumbers(line, i))) {
                return i;
            }
        }
        return Digits.NONE;
    }

    private boolean readDated(Line line, int next, int dateWord, Draft draft) {
        if (date.nameBegin() >= line.text().length()) {
            return false;
        }
        draft.modified = date.timestamp();
        draft.openDate = date.openDate();
        draft.guessed = date.isUnsure();
        draft.nameFrom(line.text(), date.nameBegin());
        if (dateWord > next) {
            OwnerColumns.read(line, next, readSize(line, next, dateWord - 1, draft), draft, words);
        }
        return true;
    }

    /** Reads the size and returns the word behind the owners. */
    private int readSize(Line line, int first, int word, Draft draft) {
        if (SizeColumn.isPossible(line, word) && SizeColumn.bytes(line, word) >= 0) {
            draft.size(line, word);
            return word;
        }
        boolean unit = word > first && SizeColumn.isUnit(line, word) && line.number(word - 1) >= 0;
        if (unit) {
            draft.details = new EntryDetails(SizeColumn.bytes(line, word - 1, word), "");
            return word - 1;
        }
        String text = line.text();
        int digits = line.end(word);
        while (digits > line.begin(word) && Digits.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        if (digits == line.begin(word) || digits == line.end(word) || !Character.isLetter(line.first(word))) {
            return word;
        }
        // The size is too long for its column and touches the group, which may end with digits itself.
        draft.details = new EntryDetails(Math.max(Entry.UNKNOWN_SIZE, Digits.of(text, digits, line.end(word))), "");
        return word;
    }

    /** Without a date the last number among the columns is taken for the size, behind which the name begins. */
    private static boolean readDateless(Line line, int next, Draft draft) {
        int size = Digits.NONE;
        for (int i = next; i < next + MOST_COLUMNS && line.has(i + 1); i++) {
            if (line.number(i) >= 0) {
                size = i;
            }
        }
        draft.guessed = true;
        if (size > next || (size == next && !line.has(next + 2))) {
            draft.size = line.number(size);
            draft.nameFrom(line.text(), line.end(size) + 1);
            return true;
        }
        // Links, owner and group, or nothing at all.
        int name = size == next ? next + MOST_COLUMNS - 1 : next;
        if (!line.has(name) || (size < 0 && line.has(next + 1))) {
            return false;
        }
        draft.nameFrom(line.text(), line.begin(name));
        return true;
    }
}
