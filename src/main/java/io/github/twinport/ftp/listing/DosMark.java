// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/** What Windows and DOS show in place of a size, {@code <DIR>}, {@code <JUNCTION>}, {@code <SYMLINKD>}, and the name behind. */
final class DosMark {

    private DosMark() {}

    /** Reads the mark at the column and the name into the draft. */
    static Match read(Line line, int column, Draft draft) {
        switch (line.word(column)) {
            case "<DIR>", "<dir>" -> draft.kind = EntryKind.FOLDER;
            case "<JUNCTION>", "<SYMLINK>", "<SYMLINKD>" -> draft.kind = EntryKind.LINK;
            default -> {
                return Match.FOREIGN;
            }
        }
        draft.name = line.from(column + 1);
        if (draft.kind == EntryKind.LINK) {
            partTarget(draft);
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
}
