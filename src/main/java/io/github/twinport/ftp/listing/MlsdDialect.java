// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * The lines of MLSD (RFC 3659, section 7): {@code Type=file;Size=431;Modify=20130303210732; HEADER.html}. A fact whose
 * value makes no sense costs the fact, not the entry. Without a type fact the kind is open, as for a link.
 */
final class MlsdDialect implements Dialect {

    private final FactReader facts;

    MlsdDialect(SharedWords words) {
        this.facts = new FactReader(words);
    }

    @Override
    public Match read(Line line, Draft draft) {
        String text = line.text();
        int nameBegin = FactSplit.nameBegin(text);
        if (nameBegin < 0 || nameBegin >= text.length()) {
            return Match.FOREIGN;
        }
        if (nameBegin == 1 && FactSplit.isFact(text, FactSplit.textBegin(text))) {
            // Facts behind a blank, which has no business there, rather than a name without facts.
            return Match.FOREIGN;
        }
        draft.kind = EntryKind.LINK;
        if (!facts.read(text, nameBegin - 1, draft)) {
            return Match.FOREIGN;
        }
        draft.name = text.substring(nameBegin);
        return facts.isFolderItself() ? Match.NO_ENTRY : Match.ENTRY;
    }
}
