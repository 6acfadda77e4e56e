// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * HP NonStop Guardian: name, whether it is open, file code, length, last change, owner and security,
 * {@code ALV        O  101            2048 18-Dec-96 11:11:39  170,100 "oooo"}.
 */
final class NonStopDialect implements Dialect {

    private static final int LAST_DATE_WORD = 4;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final DashedDate date = new DashedDate();
    private final TimeOfDay time = new TimeOfDay();

    NonStopDialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "File") && line.is(1, "Code") && line.is(2, "EOF")) {
            return Match.NO_ENTRY;
        }
        int day = DashedDate.isForm(line, LAST_DATE_WORD - 1) ? LAST_DATE_WORD - 1 : LAST_DATE_WORD;
        if (!line.has(day + 2) || !DashedDate.isForm(line, day)) {
            return Match.FOREIGN;
        }
        boolean timed = time.read(line.text(), line.begin(day + 1), line.end(day + 1));
        // A code of a program carries a letter behind it.
        boolean coded = Digits.isDigit(line.first(day - 2));
        if (!timed || !coded || line.number(day - 1) < 0 || (day == LAST_DATE_WORD && line.length(1) != 1)) {
            return Match.FOREIGN;
        }
        draft.size = line.number(day - 1);
        if (date.read(line, day)) {
            draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        }
        readOwnerAndSecurity(line, day + 2, draft);
        draft.name = line.word(0);
        return Match.ENTRY;
    }

    /** {@code 170,100 "oooo"}, {@code 255, 0 oooo}. */
    private void readOwnerAndSecurity(Line line, int begin, Draft draft) {
        String text = line.text();
        int comma = text.indexOf(',', line.begin(begin));
        int user = line.last(begin) == ',' && line.has(begin + 1) ? begin + 1 : begin;
        if (comma > 0 && comma < line.end(begin)) {
            draft.group = words.of(text, line.begin(begin), comma);
            draft.owner = words.of(text, user == begin ? comma + 1 : line.begin(user), line.end(user));
        }
        if (line.has(user + 1)) {
            int quote = line.first(user + 1) == '"' && line.last(user + 1) == '"' && line.length(user + 1) > 1 ? 1 : 0;
            draft.permissions = words.of(text, line.begin(user + 1) + quote, line.end(user + 1) - quote);
        }
    }
}
