// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * Jobs of z/OS, which are listed after {@code SITE FILETYPE=JES} and fetched by their number:
 * {@code IBMUSER1  JOB01906  OUTPUT    3 Spool Files},
 * {@code IBMUSER2 JOB01906 IBMUSER  OUTPUT A        RC=0000 3 spool files}.
 */
final class MvsJobDialect implements Dialect {

    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 7;

    private final SharedWords words;

    MvsJobDialect(SharedWords words) {
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(2)) {
            return Match.FOREIGN;
        }
        if (line.is(0, "JOBNAME") && line.is(1, "JOBID")) {
            return Match.NO_ENTRY;
        }
        int status = isStatus(line, 2) ? 2 : 3;
        if (!isJobNumber(line, 1) || !line.has(status) || !isStatus(line, status)) {
            return Match.FOREIGN;
        }
        draft.owner = status == 3 ? words.of(line.text(), line.begin(2), line.end(2)) : "";
        draft.name = line.word(1);
        return Match.ENTRY;
    }

    private static boolean isStatus(Line line, int word) {
        return line.is(word, "OUTPUT") || line.is(word, "ACTIVE") || line.is(word, "INPUT") || line.is(word, "HELD");
    }

    private static boolean isJobNumber(Line line, int word) {
        int digits = line.begin(word);
        while (digits < line.end(word) && !Digits.isDigit(line.text().charAt(digits))) {
            digits++;
        }
        int length = line.end(word) - digits;
        return switch (line.text().substring(line.begin(word), digits)) {
            case "JOB", "STC", "TSU", "J", "S", "T" ->
                length >= FEWEST_DIGITS && length <= MOST_DIGITS && Digits.of(line.text(), digits, line.end(word)) >= 0;
            default -> false;
        };
    }
}
