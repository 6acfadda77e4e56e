// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.Direction;
import org.jspecify.annotations.Nullable;

/** Conflicts for tests. */
final class Conflicts {

    private Conflicts() {}

    /** A conflict about a file of the job 100 with these lengths in bytes. */
    static Conflict of(long item, long source, long target) {
        return of(item, "docs", entry("a.txt", source, null), entry("a.txt", target, null));
    }

    static Conflict of(long item, String folder, Entry source, Entry target) {
        return new Conflict(
                item,
                100,
                Items.request(Direction.DOWNLOAD, folder, source.name(), false, source.size()),
                source,
                target);
    }

    static Entry entry(String name, long size, @Nullable Timestamp modified) {
        return new Entry(name, EntryKind.FILE, size, modified, "", "", "", null);
    }
}
