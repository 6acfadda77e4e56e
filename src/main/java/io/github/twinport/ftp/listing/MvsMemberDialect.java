// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * Members of a partitioned data set of z/OS, with statistics
 * ({@code SAVE03    01.03 2002/09/12 2002/10/11 09:37    11    11     0 KIL001}), of a load library
 * ({@code IEFBR14   000008   000004          00 FO             RN RU            31    ANY}), or the name only, which is
 * filled up with blanks. Sizes are counted in lines or do not match what is sent, so the entry has none.
 */
final class MvsMemberDialect implements Dialect {

    private static final int LONGEST_NAME = 8;
    private static final int FILLING = 20;
    private static final int USER = 8;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final NumericDate date = new NumericDate();
    private final TimeOfDay time = new TimeOfDay();
    private boolean headingSeen;

    MvsMemberDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "Name") && line.has(1) && (line.is(1, "VV.MM") || line.is(1, "Size"))) {
            headingSeen = true;
            return Match.NO_ENTRY;
        }
        if (!isMemberName(line)) {
            return Match.FOREIGN;
        }
        draft.name = line.word(0);
        if (!line.has(1)) {
            boolean filled = line.text().length() - line.end(0) >= FILLING;
            return filled || headingSeen ? Match.ENTRY : Match.FOREIGN;
        }
        return isLoadModule(line) || readStatistics(line, draft) ? Match.ENTRY : Match.FOREIGN;
    }

    private boolean readStatistics(Line line, Draft draft) {
        if (!line.has(5) || !isVersion(line, 1) || !date.read(line.text(), line.begin(2), line.end(2))) {
            return false;
        }
        if (!date.read(line.text(), line.begin(3), line.end(3))
                || !time.read(line.text(), line.begin(4), line.end(4))) {
            return false;
        }
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        draft.owner = line.has(USER) ? words.of(line.text(), line.begin(USER), line.end(USER)) : "";
        return draft.modified != null;
    }

    /** Version and modification: {@code 01.03}. */
    private static boolean isVersion(Line line, int word) {
        int begin = line.begin(word);
        return line.length(word) == 5
                && line.text().charAt(begin + 2) == '.'
                && Digits.small(line.text(), begin, begin + 2) >= 0
                && Digits.small(line.text(), begin + 3, begin + 5) >= 0;
    }

    private static boolean isLoadModule(Line line) {
        return line.has(4) && isHexadecimal(line, 1, 6, 8) && isHexadecimal(line, 2, 6, 6);
    }

    private static boolean isHexadecimal(Line line, int word, int fewest, int most) {
        for (int i = line.begin(word); i < line.end(word); i++) {
            if ("0123456789ABCDEF".indexOf(line.text().charAt(i)) < 0) {
                return false;
            }
        }
        return line.length(word) >= fewest && line.length(word) <= most;
    }

    private static boolean isMemberName(Line line) {
        for (int i = line.begin(0); i < line.end(0); i++) {
            char c = line.text().charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || "@#$".indexOf(c) >= 0;
            if (!letter && (i == line.begin(0) || !Digits.isDigit(c))) {
                return false;
            }
        }
        return line.length(0) <= LONGEST_NAME;
    }
}
