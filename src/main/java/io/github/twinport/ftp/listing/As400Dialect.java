// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import java.util.Locale;
import java.util.Set;

/**
 * IBM i, the former AS/400: {@code PEP             36864 04/03/24 14:06:34 *DIR       dir1/}. Members of a file have
 * neither size nor date: {@code QPGMR                                   *MEM       RUCALLTST.MBR}.
 */
final class As400Dialect implements Dialect {

    private static final Set<String> FOLDERS = Set.of("*DIR", "*DDIR", "*LIB", "*FLR", "*FILE");
    private static final int TYPE = 4;

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
        draft.owner = words.of(line.text(), line.begin(0), line.end(0));
        if (line.is(1, "*MEM")) {
            draft.name = line.from(2);
            return Match.ENTRY;
        }
        if (!line.has(TYPE + 1) || line.first(TYPE) != '*' || line.is(TYPE, "*MEM") || line.number(1) < 0) {
            return Match.FOREIGN;
        }
        if (!date.read(line, 2) || !time.read(line.text(), line.begin(3), line.end(3))) {
            return Match.FOREIGN;
        }
        draft.size = line.number(1);
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        readName(line, draft);
        return Match.ENTRY;
    }

    private static void readName(Line line, Draft draft) {
        String name = line.from(TYPE + 1);
        // A save file is a file that holds no members.
        boolean saveFile =
                line.is(TYPE, "*FILE") && name.toUpperCase(Locale.ROOT).endsWith(".SAVF");
        boolean folder = FOLDERS.contains(line.word(TYPE)) && !saveFile;
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        draft.name = folder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
