// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * What VMS tells of a file behind its name, in whatever order: blocks ({@code 4}, {@code 4/15}, {@code 2KB}), date and
 * time, owner, protection; or why it tells nothing ({@code %RMS-E-PRV, insufficient privilege …}).
 */
final class VmsColumns {

    private static final int LAST_WORD = 12;

    private final ServerTime serverTime;
    private final DashedDate date = new DashedDate();
    private final LooseTime time = new LooseTime();
    private boolean dated;
    private boolean exists;
    private boolean sized;
    private boolean owned;
    private boolean protectedFile;
    private boolean refused;
    private boolean named;

    VmsColumns(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    /** Reads the words from the given one on into the draft. A further name with a version makes none of them sure. */
    void read(Line line, int first, Draft draft) {
        dated = false;
        exists = false;
        sized = false;
        owned = false;
        protectedFile = false;
        refused = isRefusal(line, first);
        named = VmsDialect.versionBegin(line, first) >= 0;
        time.clear();
        for (int i = first; !refused && i <= LAST_WORD && line.has(i); i++) {
            readWord(line, i, draft);
        }
        draft.modified = modified();
    }

    /** Whether enough was found that belongs behind the name of a file. */
    boolean isSure() {
        return !named && (dated || sized || owned || protectedFile || refused);
    }

    boolean hasDateAndProtection() {
        return !named && dated && protectedFile;
    }

    private @Nullable Timestamp modified() {
        return exists ? time.on(date.year(), date.month(), date.day(), serverTime) : null;
    }

    private void readWord(Line line, int word, Draft draft) {
        switch (line.first(word)) {
            case '[' -> readOwner(line, word, draft);
            case '(' -> readProtection(line, word, draft);
            default -> {
                if (!dated && DashedDate.isForm(line, word)) {
                    dated = true;
                    exists = date.read(line, word);
                    // A time does not look like blocks, so it is looked for only behind a date.
                    if (time.read(line, word + 1) < 0) {
                        time.clear();
                    }
                } else if (!sized && isBlocks(line, word)) {
                    sized = true;
                }
            }
        }
    }

    private static boolean isBlocks(Line line, int word) {
        int slash = line.text().indexOf('/', line.begin(word));
        if (slash < 0 || slash >= line.end(word)) {
            return SizeColumn.isPossible(line, word) && SizeColumn.bytes(line, word) >= 0;
        }
        return Digits.of(line.text(), line.begin(word), slash) >= 0
                && Digits.of(line.text(), slash + 1, line.end(word)) >= 0;
    }

    /** {@code [GROUP,OWNER]} or {@code [OWNER]}; a long one lacks its end. */
    private void readOwner(Line line, int word, Draft draft) {
        String inside = line.text().substring(line.begin(word) + 1, line.end(word) - (line.last(word) == ']' ? 1 : 0));
        int comma = inside.indexOf(',');
        draft.group = comma < 0 ? "" : inside.substring(0, comma);
        draft.owner = inside.substring(comma + 1);
        owned = true;
    }

    private void readProtection(Line line, int word, Draft draft) {
        String text = line.word(word);
        if (VmsProtection.is(text)) {
            draft.permissions = text.substring(1, text.length() - 1);
            protectedFile = true;
        }
    }

    private static boolean isRefusal(Line line, int word) {
        String text = line.text();
        return line.first(word) == '%' || text.contains("privilege") || text.contains("protection violation");
    }
}
