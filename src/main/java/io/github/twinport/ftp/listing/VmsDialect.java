// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import java.util.Locale;

/**
 * OpenVMS: {@code CII-MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [ANONYMOU,ANONYMOUS]   (RWED,RWED,,)}. After a long
 * name the line is wrapped.
 *
 * <p>Names lose their version, and folders their {@code .DIR}, because that is how RETR and CWD want them; where several
 * versions of a file are listed, which VMS does from the newest down, the older ones keep theirs. The size is
 * unknown: the listing counts blocks, of which the last is rarely full.
 */
final class VmsDialect implements Dialect {

    private static final String FOLDER = ".DIR";

    private final ServerTime serverTime;
    private final DashedDate date = new DashedDate();
    private final TimeOfDay time = new TimeOfDay();
    private String latestFile = "";

    VmsDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(0)) {
            return Match.FOREIGN;
        }
        if (VmsHeading.is(line)) {
            return Match.NO_ENTRY;
        }
        int version = versionBegin(line);
        if (version < 0) {
            return Match.FOREIGN;
        }
        if (!line.has(1)) {
            return Match.FIRST_HALF;
        }
        int size = Digits.isDigit(line.first(1)) && isBlocks(line, 1) ? 1 : 0;
        if (!line.has(size + 2)
                || !Digits.isDigit(line.first(size + 1))
                || !date.read(line, size + 1)
                || !time.read(line.text(), line.begin(size + 2), line.end(size + 2))
                || !readOwnerAndProtection(line, size + 3, draft)) {
            return Match.FOREIGN;
        }
        draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        readName(line, version, draft);
        return Match.ENTRY;
    }

    private void readName(Line line, int version, Draft draft) {
        String name = line.text().substring(line.begin(0), version);
        if (name.length() > FOLDER.length() && name.toUpperCase(Locale.ROOT).endsWith(FOLDER)) {
            draft.kind = EntryKind.FOLDER;
            draft.name = name.substring(0, name.length() - FOLDER.length());
            return;
        }
        draft.name = name.equals(latestFile) ? line.word(0) : name;
        latestFile = name;
    }

    /** The index of the semicolon in front of the version, or {@link Digits#NONE}. */
    private static int versionBegin(Line line) {
        int semicolon = line.text().lastIndexOf(';', line.end(0) - 1);
        return semicolon > line.begin(0) && Digits.of(line.text(), semicolon + 1, line.end(0)) >= 0
                ? semicolon
                : Digits.NONE;
    }

    /** Blocks used, or used and allocated: {@code 4}, {@code 4/15}. */
    private static boolean isBlocks(Line line, int word) {
        int slash = line.text().indexOf('/', line.begin(word));
        if (slash < 0 || slash >= line.end(word)) {
            return line.number(word) >= 0;
        }
        return Digits.of(line.text(), line.begin(word), slash) >= 0
                && Digits.of(line.text(), slash + 1, line.end(word)) >= 0;
    }

    private static boolean readOwnerAndProtection(Line line, int begin, Draft draft) {
        int word = begin;
        if (line.has(word) && line.first(word) == '[') {
            readOwner(line, word, draft);
            word++;
        }
        if (!line.has(word)) {
            return true;
        }
        String protection = line.word(word);
        if (line.has(word + 1) || !VmsProtection.is(protection)) {
            return false;
        }
        draft.permissions = protection.substring(1, protection.length() - 1);
        return true;
    }

    /** {@code [GROUP,OWNER]} or {@code [OWNER]}; a long one lacks its end. */
    private static void readOwner(Line line, int word, Draft draft) {
        String inside = line.text().substring(line.begin(word) + 1, line.end(word) - (line.last(word) == ']' ? 1 : 0));
        int comma = inside.indexOf(',');
        draft.group = comma < 0 ? "" : inside.substring(0, comma);
        draft.owner = inside.substring(comma + 1);
    }
}
