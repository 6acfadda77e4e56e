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
    private @Nullable EntryDetails shared;

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
        Charset charset = charset(names);
        if (charset != null) {
            batch.replaceAll(entry -> noted(entry, charset));
        }
    }

    private @Nullable Charset charset(List<String> names) {
        if (shared == null) {
            Charset best = text.best(names);
            shared = best == null ? null : EntryDetails.NONE.withCharset(best);
        }
        return shared == null ? null : shared.charset();
    }

    private Entry noted(Entry entry, Charset charset) {
        String target = entry.linkTarget();
        if (!LegacyText.hasBytes(entry.name()) && (target == null || !LegacyText.hasBytes(target))) {
            return entry;
        }
        EntryDetails details = entry.details();
        boolean nothingElse = shared != null && details.equals(EntryDetails.NONE);
        return entry.withDetails(nothingElse ? shared : details.withCharset(charset));
    }
}
