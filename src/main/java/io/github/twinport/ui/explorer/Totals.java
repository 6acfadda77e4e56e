// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import java.util.List;

/**
 * How much a number of entries is.
 *
 * @param folders how many are folders
 * @param files how many are anything else
 * @param bytes the sizes of the files, as far as known
 */
record Totals(long folders, long files, long bytes) {

    static Totals of(List<Entry> entries) {
        long folders = 0;
        long bytes = 0;
        for (Entry entry : entries) {
            if (entry.isFolder()) {
                folders++;
            } else {
                bytes += Math.max(0, entry.shownSize());
            }
        }
        return new Totals(folders, entries.size() - folders, bytes);
    }

    static Totals ofRows(List<Row> rows) {
        return of(rows.stream().map(Row::entry).toList());
    }

    long count() {
        return folders + files;
    }

    /** {@code 12 folders, 345 files, 1.2 GB}. */
    String text(Messages messages, Formats formats) {
        if (count() == 0) {
            return messages.text("explorer.totals.none");
        }
        String parts = messages.text("explorer.totals", folders, files, folders > 0 && files > 0 ? 1 : 0);
        return files == 0 ? parts : parts + ", " + formats.size(bytes);
    }
}
