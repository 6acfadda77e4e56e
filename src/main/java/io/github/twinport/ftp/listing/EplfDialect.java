// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The easily parsed LIST format: {@code +i8388621.44468,m839956783,r,s10376,⇥RFCEPLF}. Facts end with commas; the name
 * follows a tab. Times are seconds of UTC whatever the server's offset. What can neither be read ({@code r}) nor
 * entered ({@code /}) is not meant to be seen and counts as not understood.
 */
final class EplfDialect implements Dialect {

    private static final long LAST_SECOND = 253_402_300_799L;

    @Override
    public Match read(Line line, Draft draft) {
        String text = line.text();
        int tab = text.indexOf('\t');
        if (!text.startsWith("+") || tab < 0 || tab + 1 == text.length()) {
            return Match.FOREIGN;
        }
        boolean readable = false;
        boolean enterable = false;
        for (int begin = 1; begin < tab; ) {
            int comma = text.indexOf(',', begin);
            int end = comma < 0 || comma > tab ? tab : comma;
            if (end > begin) {
                switch (text.charAt(begin)) {
                    case 'r' -> readable = true;
                    case '/' -> enterable = true;
                    case 's' -> draft.size = Digits.of(text, begin + 1, end);
                    case 'm' -> draft.modified = time(Digits.of(text, begin + 1, end));
                    case 'u' -> draft.permissions = text.startsWith("up", begin) ? text.substring(begin + 2, end) : "";
                    default -> {}
                }
            }
            begin = end + 1;
        }
        draft.name = text.substring(tab + 1);
        draft.kind = enterable ? (readable ? EntryKind.LINK : EntryKind.FOLDER) : EntryKind.FILE;
        return readable || enterable ? Match.ENTRY : Match.FOREIGN;
    }

    private static @Nullable Timestamp time(long seconds) {
        return seconds < 0 || seconds > LAST_SECOND
                ? null
                : new Timestamp(Instant.ofEpochSecond(seconds), Precision.SECOND);
    }
}
