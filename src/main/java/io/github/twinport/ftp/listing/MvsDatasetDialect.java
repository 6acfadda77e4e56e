// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import java.util.Set;

/**
 * Data sets of z/OS: {@code SAVE01 3390   2004/06/23  1    1  FB     128  6144  PO    INCOMING.RPTBM024.D061704}, and
 * those on tape or in an archive: {@code Migrated    INCOMING.OLD}. A partitioned data set is a folder. Its date is
 * the one of the last use, not of a change, and its size is counted in tracks, so the entry has neither.
 */
final class MvsDatasetDialect implements Dialect {

    private static final Set<String> ORGANISATIONS = Set.of(
            "PS",
            "PS-E",
            "PS-L",
            "PS-B",
            "PSU",
            "PO",
            "PO-E",
            "PO-L",
            "POU",
            "DA",
            "DAU",
            "IS",
            "ISU",
            "VSAM",
            "VS",
            "GDG",
            "HFS",
            "ZFS",
            "PATH",
            "NONE",
            "**NONE**",
            "U",
            "?");
    private static final int FEWEST_COLUMNS = 6;

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(1)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "Volume") && line.is(1, "Unit")) {
            return Match.NO_ENTRY;
        }
        int last = 1;
        while (line.has(last + 1)) {
            last++;
        }
        boolean onDisk = last + 1 >= FEWEST_COLUMNS && isDate(line, 2) && ORGANISATIONS.contains(line.word(last - 1));
        if (!onDisk && !isElsewhere(line, last)) {
            return Match.FOREIGN;
        }
        boolean folder = onDisk ? line.word(last - 1).startsWith("PO") : line.isIgnoringCase(0, "Pseudo");
        draft.kind = folder ? EntryKind.FOLDER : EntryKind.FILE;
        String name = withoutQuotes(line.word(last));
        // The name of a pseudo directory is the beginning of other names, which a dot shows (see MvsSyntax).
        draft.name = line.isIgnoringCase(0, "Pseudo") && !name.endsWith(".") ? name + "." : name;
        return Match.ENTRY;
    }

    private static boolean isDate(Line line, int word) {
        return line.is(word, "**NONE**")
                || (line.length(word) == 10
                        && line.text().charAt(line.begin(word) + 4) == '/'
                        && line.text().charAt(line.begin(word) + 7) == '/'
                        && Digits.isDigit(line.first(word)));
    }

    private static boolean isElsewhere(Line line, int last) {
        return switch (last) {
            case 1 -> line.isIgnoringCase(0, "Migrated");
            case 2 -> (line.isIgnoringCase(0, "Pseudo") && line.isIgnoringCase(1, "Directory")) || line.is(1, "Tape");
            case 3 ->
                (line.is(2, "VSAM") && line.number(1) >= 0)
                        || (line.is(0, "Error") && line.is(1, "determining") && line.is(2, "attributes"));
            case 5 -> line.is(1, "Not") && line.is(2, "Direct") && line.is(3, "Access") && line.is(4, "Device");
            default -> false;
        };
    }

    private static String withoutQuotes(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("'") && name.endsWith("'");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
