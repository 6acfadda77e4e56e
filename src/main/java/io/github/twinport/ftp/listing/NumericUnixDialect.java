// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;

/**
 * Unix in numbers only: mode with kind, owner, group, size and the seconds since 1970 of the last change,
 * {@code 0100644   500  101   12345    123456789       a file}. Blanks in front of the name fill the line.
 */
final class NumericUnixDialect implements Dialect {

    private static final int NAME = 5;
    private static final int SHORTEST_MODE = 6;
    private static final int LONGEST_MODE = 7;
    private static final int MODE_DIGITS = 4;

    private final SharedWords words;
    private final UnixModes modes = new UnixModes();

    NumericUnixDialect(SharedWords words) {
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(NAME) || line.length(0) < SHORTEST_MODE || line.length(0) > LONGEST_MODE) {
            return Match.FOREIGN;
        }
        for (int i = 0; i < NAME; i++) {
            if (line.number(i) < 0) {
                return Match.FOREIGN;
            }
        }
        String text = line.text();
        String permissions = modes.of(text, line.end(0) - MODE_DIGITS, line.end(0));
        long seconds = line.number(NAME - 1);
        if (permissions.isEmpty() || line.first(0) != '0' || seconds > Integer.MAX_VALUE * 2L) {
            return Match.FOREIGN;
        }
        draft.kind = switch ((int) line.number(0) / 1_000) {
            case 100, 101 -> EntryKind.FILE;
            case 40, 41 -> EntryKind.FOLDER;
            case 120 -> EntryKind.LINK;
            default -> EntryKind.OTHER;
        };
        draft.permissions = permissions;
        draft.owner = words.of(text, line.begin(1), line.end(1));
        draft.group = words.of(text, line.begin(2), line.end(2));
        draft.size = line.number(3);
        draft.modified = new Timestamp(Instant.ofEpochSecond(seconds), Precision.SECOND);
        draft.name = line.from(NAME);
        return Match.ENTRY;
    }
}
