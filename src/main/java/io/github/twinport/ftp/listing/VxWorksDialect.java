// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * VxWorks: size, date, time, name and, for folders, a mark behind it,
 * {@code      512    Jan-01-1980  00:00:00   LOGS              <DIR>}.
 */
final class VxWorksDialect implements Dialect {

    private static final String FOLDER = "<DIR>";

    private final ServerTime serverTime;
    private final DashedDate date = new DashedDate();
    private final TimeOfDay time = new TimeOfDay();

    VxWorksDialect(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public Match read(Line line, Draft draft) {
        if (!line.has(3)) {
            return Match.FOREIGN;
        }
        if (isHeading(line)) {
            return Match.NO_ENTRY;
        }
        if (line.number(0) < 0 || !DashedDate.isForm(line, 1) || !time.read(line.text(), line.begin(2), line.end(2))) {
            return Match.FOREIGN;
        }
        draft.size = line.number(0);
        if (date.read(line, 1)) {
            draft.modified = serverTime.of(date.year(), date.month(), date.day(), time);
        }
        String name = line.from(3);
        if (name.endsWith(FOLDER) && name.length() > FOLDER.length()) {
            draft.kind = EntryKind.FOLDER;
            name = name.substring(0, name.length() - FOLDER.length()).stripTrailing();
        }
        draft.name = name;
        return Match.ENTRY;
    }

    private static boolean isHeading(Line line) {
        boolean names = line.is(0, "size") && line.is(1, "date") && line.is(2, "time") && line.is(3, "name");
        boolean rules = line.is(0, "--------") && line.first(1) == '-' && line.first(2) == '-' && line.first(3) == '-';
        return names || rules;
    }
}
