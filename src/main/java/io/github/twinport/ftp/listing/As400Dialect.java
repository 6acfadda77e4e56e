// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import java.util.Locale;
import java.util.Set;

/**
 * IBM i, the former AS/400: {@code PEP             36864 04/03/24 14:06:34 *DIR       dir1/}. Members of a file have
 * neither size nor date: {@code QPGMR                                   *MEM       RUCALLTST.MBR}. With NAMEFMT 0 the
 * name of the listed library or file stands in front of each name.
 */
final class As400Dialect implements Dialect {

    private static final Set<String> FOLDERS = Set.of("*DIR", "*DDIR", "*LIB", "*FLR", "*FILE");
    private static final int LAST_TYPE = 4;

    private final ServerTime serverTime;
    private final SharedWords words;
    private final As400Date date = new As400Date();
    private final TimeOfDay time = new TimeOfDay();

    As400Dialect(ServerTime serverTime, SharedWords words) {
        this.serverTime = serverTime;
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(2)) {
            return Match.FOREIGN;
        }
        draft.fromParent = true;
        if (line.is(1, "*MEM")) {
            draft.owner = words.of(line.text(), line.begin(0), line.end(0));
            draft.name = line.from(2);
            return Match.ENTRY;
        }
        int type = type(line);
        if (type < 0 || !line.has(type + 1)) {
            return Match.FOREIGN;
        }
        readTime(line, type - 2, draft);
        // The owner is left out for anonymous users, the size of things that have none.
        boolean sized = type > 2 && line.number(type - 3) >= 0;
        draft.size = sized ? line.number(type - 3) : Entry.UNKNOWN_SIZE;
        boolean owned = type - (sized ? 4 : 3) == 0;
        draft.owner = owned ? words.of(line.text(), line.begin(0), line.end(0)) : "";
        readName(line, type, draft);
        return Match.ENTRY;
    }

    /** The word that is the type of an object, {@code *DIR}, behind a date and a time; or {@link Digits#NONE}. */
    private static int type(Line line) {
        for (int i = 2; i <= LAST_TYPE && line.has(i); i++) {
            if (line.first(i) == '*' && line.length(i) > 1) {
                return isNumbers(line, i - 1) && isNumbers(line, i - 2) ? i : Digits.NONE;
            }
        }
        return Digits.NONE;
    }

    /** Whether the word is made of numbers with signs between them. */
    private static boolean isNumbers(Line line, int word) {
        int signs = 0;
        for (int i = line.begin(word); i < line.end(word); i++) {
            char c = line.text().charAt(i);
            signs += Digits.isDigit(c) ? 0 : 1;
            if (!Digits.isDigit(c) && "/.-:,".indexOf(c) < 0) {
                return false;
            }
        }
        return signs > 0;
    }

    private void readTime(Line line, int word, Draft draft) {
        if (date.read(line, word) && time.read(line.text(), line.begin(word + 1), line.end(word + 1))) {
            draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
            draft.openDate = date.open(serverTime, time);
        }
    }

    private static void readName(Line line, int type, Draft draft) {
        String name = line.from(type + 1);
        // A save file is a file that holds no members.
        boolean saveFile =
                line.is(type, "*FILE") && name.toUpperCase(Locale.ROOT).endsWith(".SAVF");
        boolean folder = FOLDERS.contains(line.word(type)) && !saveFile;
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        draft.name = folder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
