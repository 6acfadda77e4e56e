// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;

/**
 * IIS and other servers of Windows, as the command {@code dir} prints:
 * {@code 05-26-95  10:57AM               143712 $LDR$}, {@code 12-05-1996  17:03  <DIR>  absoft2}.
 *
 * <p>Dates with dashes or slashes mostly have the month first. Where one cannot have (20-05-97), its neighbours like
 * 06-05-97 have the day first, too.
 */
final class DosDialect implements Dialect {

    private final ServerTime serverTime;
    private final TimeOfDay time = new TimeOfDay();
    private final DosDate date = new DosDate();

    DosDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0) || !Digits.isDigit(line.first(0)) || !line.has(3)) {
            return Match.FOREIGN;
        }
        if (!date.read(line.text(), line.begin(0), line.end(0)) || !readTime(line, 1)) {
            return Match.FOREIGN;
        }
        // 05:03 PM, in two words
        boolean apart = line.isIgnoringCase(2, "AM") || line.isIgnoringCase(2, "PM");
        int column = apart ? 3 : 2;
        if (!line.has(column + 1) || (apart && !time.onTwelveHourClock(isAfternoon(line.first(2))))) {
            return Match.FOREIGN;
        }
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        draft.openDate = date.isOpen() ? serverTime.open(date, time) : null;
        return line.first(column) == '<' ? DosMark.read(line, column, draft) : readFile(line, column, draft);
    }

    private static Match readFile(Line line, int column, Draft draft) {
        draft.size(line, column);
        if (draft.size == Entry.UNKNOWN_SIZE) {
            return Match.FOREIGN;
        }
        int begin = line.end(column) + 1;
        // IIS writes two blanks behind the date and one before the name, MockFtpServer the other way round.
        boolean otherWay = line.begin(1) == line.end(0) + 1 && line.text().charAt(begin) == ' ';
        draft.name = line.text().substring(otherWay ? begin + 1 : begin);
        return Match.ENTRY;
    }

    /** {@code 17:03}, {@code 05:03PM}, {@code 05:03p}. */
    private boolean readTime(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        char last = line.last(word);
        if (Digits.isDigit(last)) {
            return time.read(text, begin, end);
        }
        int digits = last == 'M' || last == 'm' ? end - 2 : end - 1;
        char half = digits > begin ? text.charAt(digits) : ' ';
        return "AaPp".indexOf(half) >= 0 && time.read(text, begin, digits) && time.onTwelveHourClock(isAfternoon(half));
    }

    private static boolean isAfternoon(char c) {
        return c == 'P' || c == 'p';
    }
}
