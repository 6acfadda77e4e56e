// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * IIS and other servers of Windows, as the command {@code dir} prints:
 * {@code 05-26-95  10:57AM               143712 $LDR$}, {@code 12-05-1996  17:03  <DIR>  absoft2}.
 *
 * <p>Dates with dashes or slashes have the month first. One that cannot have (20-05-97) does not tell what its
 * neighbours like 06-05-97 mean, so such an entry gets no time at all.
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
        draft.modified = modified();
        return line.first(column) == '<' ? readFolderOrLink(line, column, draft) : readFile(line, column, draft);
    }

    private static Match readFile(Line line, int column, Draft draft) {
        draft.size(line, column);
        if (draft.size == Entry.UNKNOWN_SIZE) {
            return Match.FOREIGN;
        }
        draft.name = line.text().substring(line.end(column) + 1);
        return Match.ENTRY;
    }

    private static Match readFolderOrLink(Line line, int column, Draft draft) {
        draft.name = line.from(column + 1);
        switch (line.word(column)) {
            case "<DIR>", "<dir>" -> draft.kind = EntryKind.FOLDER;
            case "<JUNCTION>", "<SYMLINK>", "<SYMLINKD>" -> {
                draft.kind = EntryKind.LINK;
                partTarget(draft);
            }
            default -> {
                return Match.FOREIGN;
            }
        }
        return Match.ENTRY;
    }

    /** Windows shows the target behind the name: {@code Documents [C:\Users\me]}. */
    private static void partTarget(Draft draft) {
        int bracket = draft.name.indexOf(" [");
        if (bracket > 0 && draft.name.endsWith("]")) {
            draft.linkTarget = draft.name.substring(bracket + 2, draft.name.length() - 1);
            draft.name = draft.name.substring(0, bracket);
        }
    }

    private @Nullable Timestamp modified() {
        return serverTime.of(date.year(), date.month(), date.day(), time);
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
