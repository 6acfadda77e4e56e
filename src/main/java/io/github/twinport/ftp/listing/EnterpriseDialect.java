// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * Sterling Connect:Enterprise for Unix, which shows a mailbox as if it were a folder: flags of a batch, a letter, its
 * mailbox and number, then size and date as Unix has them:
 * {@code -C--E-----FTP B QUA1I1      18128       41 Aug 12 13:56 QUADTEST}.
 */
final class EnterpriseDialect implements Dialect {

    private static final int FLAGS = 10;
    private static final int SIZE = 4;

    private final UnixDate date;
    private final SharedWords words;

    EnterpriseDialect(ServerTime serverTime, SharedWords words) {
        this.date = new UnixDate(serverTime);
        this.words = words;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(SIZE + 3) || !hasFlags(line) || line.length(1) != 1 || line.number(SIZE) < 0) {
            return Match.FOREIGN;
        }
        if (!date.read(line, SIZE + 1) || date.nameBegin(line) >= line.text().length()) {
            return Match.FOREIGN;
        }
        String text = line.text();
        draft.permissions = words.of(text, line.begin(0), line.begin(0) + FLAGS);
        draft.owner = words.of(text, line.begin(2), line.end(2));
        draft.group = words.of(text, line.begin(3), line.end(3));
        draft.size = line.number(SIZE);
        draft.modified = date.timestamp();
        draft.name = text.substring(date.nameBegin(line));
        return Match.ENTRY;
    }

    private static boolean hasFlags(Line line) {
        int begin = line.begin(0);
        int end = line.end(0);
        for (int i = begin; i < end; i++) {
            char c = line.text().charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            if (!letter && (c != '-' || i - begin >= FLAGS)) {
                return false;
            }
        }
        return end - begin > FLAGS && line.first(0) == '-';
    }
}
