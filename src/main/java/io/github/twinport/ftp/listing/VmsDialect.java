// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import java.util.Locale;

/**
 * OpenVMS: {@code CII-MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [ANONYMOU,ANONYMOUS]   (RWED,RWED,,)}, all but the
 * name in any order, and each perhaps missing; a long name stands in a line of its own. Folders show as files with the
 * extension {@code .DIR}. The newest version of a file has the plain name, as RETR and CWD want them; where several
 * versions of a file are listed, which VMS does from the newest down, the older ones keep theirs. The size is
 * unknown: the listing counts blocks, of which the last is rarely full.
 */
final class VmsDialect implements Dialect {

    private static final String FOLDER = ".DIR";

    private final VmsColumns columns;
    private boolean seen;
    private String latestFile = "";

    VmsDialect(ServerTime serverTime) {
        this.columns = new VmsColumns(serverTime);
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0)) {
            return Match.FOREIGN;
        }
        if (VmsHeading.is(line) || (seen && VmsHeading.isDevice(line))) {
            seen = true;
            return Match.NO_ENTRY;
        }
        int version = versionBegin(line, 0);
        if (version < 0 && (!seen || line.last(0) == '\r')) {
            return Match.FOREIGN;
        }
        if (!line.has(1)) {
            return readHalf(line, version, draft);
        }
        columns.read(line, 1, draft);
        // Without a version there has to be more that tells the line from any other text.
        if (version >= 0 ? !columns.isSure() : !columns.hasDateAndProtection()) {
            return Match.FOREIGN;
        }
        seen = true;
        readName(line, version, draft);
        return Match.ENTRY;
    }

    /** A name alone, behind which the other columns follow in the next line. */
    private Match readHalf(Line line, int version, Draft draft) {
        if (version >= 0) {
            String latest = latestFile;
            readName(line, version, draft);
            latestFile = latest;
        }
        return version >= 0 || line.begin(0) == 0 ? Match.FIRST_HALF : Match.FOREIGN;
    }

    private void readName(Line line, int version, Draft draft) {
        String text = line.text();
        String name = text.substring(line.begin(0), version < 0 ? line.end(0) : version);
        if (name.length() > FOLDER.length() && name.toUpperCase(Locale.ROOT).endsWith(FOLDER)) {
            draft.kind = EntryKind.FOLDER;
            draft.name = name.substring(0, name.length() - FOLDER.length());
            return;
        }
        draft.name = name.equals(latestFile) ? line.word(0) : name;
        latestFile = name;
    }

    /** The index of the semicolon in front of the version that the word ends with, or {@link Digits#NONE}. */
    static int versionBegin(Line line, int word) {
        int semicolon = line.text().lastIndexOf(';', line.end(word) - 1);
        return semicolon > line.begin(word) && Digits.of(line.text(), semicolon + 1, line.end(word)) >= 0
                ? semicolon
                : Digits.NONE;
    }
}
