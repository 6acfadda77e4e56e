// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which charset the names of one folder are written that are not UTF-8: all of the first batch that has any
 * decide it together, and it is kept for those that follow, so that a folder is not read half in one charset and half in
 * another. Nothing but what is shown depends on it; names keep their bytes. For one listing and one thread at a time.
 */
public final class FolderCharset {

    private final LegacyText text;
    private @Nullable Decided decided;

    /** For a folder with names in the language of this computer, probably. */
    public FolderCharset() {
        this(LegacyText.HERE);
    }

    FolderCharset(LegacyText text) {
        this.text = text;
    }

    /** Takes note in each entry of how its name is to be read; the list is changed in place. */
    public void note(List<Entry> batch) {
        List<String> names = new ArrayList<>();
        for (Entry entry : batch) {
            if (LegacyText.hasBytes(entry.name())) {
                names.add(entry.name());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        if (decided == null) {
            Charset best = text.best(names);
            decided = best == null ? null : new Decided(best, EntryDetails.NONE.withCharset(best));
        }
        Decided now = decided;
        if (now != null) {
            batch.replaceAll(now::noted);
        }
    }

    /** What was decided, and the details that all entries share of which nothing else is known. */
    private record Decided(Charset charset, EntryDetails shared) {

        Entry noted(Entry entry) {
            String target = entry.linkTarget();
            if (!LegacyText.hasBytes(entry.name()) && (target == null || !LegacyText.hasBytes(target))) {
                return entry;
            }
            EntryDetails details = entry.details();
            return entry.withDetails(details.equals(EntryDetails.NONE) ? shared : details.withCharset(charset));
        }
    }
}
