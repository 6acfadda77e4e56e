// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * Lines of MLSD that {@link MlsdDialect} refuses: without the last semicolon, as drafts of the standard had it
 * ({@code type=file name}), with a tab or nothing in place of the blank, with blanks in front, with facts that are none, or
 * folded into several lines.
 */
final class LooseMlsdDialect implements Dialect {

    private final FactReader facts;

    LooseMlsdDialect(SharedWords words) {
        this.facts = new FactReader(words);
    }

    @Override
    public Match read(Line line, Draft draft) {
        String text = line.text().substring(FactSplit.textBegin(line.text()));
        if (!FactSplit.isFact(text, 0)) {
            return Match.FOREIGN;
        }
        int factsEnd = factsEnd(text, draft);
        if (factsEnd < 0) {
            return text.endsWith(";") ? Match.FIRST_HALF : Match.FOREIGN;
        }
        boolean glued = text.charAt(factsEnd) != ' ' && text.charAt(factsEnd) != '\t';
        int nameBegin = glued ? factsEnd : factsEnd + 1;
        if (nameBegin >= text.length()) {
            return Match.FOREIGN;
        }
        draft.kind = EntryKind.LINK;
        facts.readWellFormed(text, factsEnd, draft);
        draft.name = text.substring(nameBegin);
        return facts.isFolderItself() ? Match.NO_ENTRY : Match.ENTRY;
    }

    /** Where the facts end, which the text goes on behind; or {@link Digits#NONE}. */
    private static int factsEnd(String text, Draft draft) {
        int nameBegin = FactSplit.nameBegin(text);
        int tab = text.indexOf(";\t");
        if (nameBegin > 0 && (tab < 0 || nameBegin < tab)) {
            return nameBegin - 1;
        }
        if (tab >= 0) {
            return tab + 1;
        }
        int blank = text.indexOf(' ');
        int last = text.lastIndexOf(';', blank < 0 ? text.length() : blank);
        if (last + 1 < text.length() && last >= 0 && text.indexOf('=', last) < 0) {
            // type=file;name: the name follows on the last semicolon.
            draft.guessed = true;
            return last + 1;
        }
        return blank;
    }
}
