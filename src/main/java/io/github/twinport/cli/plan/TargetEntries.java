// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Spelling;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of the target holds. Some servers and disks take a name for the same as one that differs by case or the
 * form of accents: they are asked where a name is there in another spelling only. Belongs to the command's thread.
 */
final class TargetEntries {

    private final Tree target;
    private final Map<String, Entry> entries = new HashMap<>();
    private @Nullable Set<Spelling> spellings;

    /** The entries of a folder of a target. */
    TargetEntries(Tree target, List<Entry> listed) {
        this.target = target;
        listed.forEach(entry -> entries.put(entry.name(), entry));
    }

    /** All of them. */
    Collection<Entry> all() {
        return entries.values();
    }

    /** What stands where an entry of the source would go, null for nothing. */
    @Nullable
    Entry at(String path, Entry source) throws IOException {
        Entry same = entries.get(source.name());
        return same == null && isSpelledOtherwise(source.name())
                ? target.look(path, source).orElse(null)
                : same;
    }

    private boolean isSpelledOtherwise(String name) {
        if (entries.isEmpty()) {
            return false;
        }
        Set<Spelling> known = spellings;
        if (known == null) {
            known = of(entries.values());
            spellings = known;
        }
        return known.contains(Spelling.of(name));
    }

    /** The spellings of some entries' names. */
    static Set<Spelling> of(Collection<Entry> entries) {
        Set<Spelling> names = new HashSet<>();
        for (Entry entry : entries) {
            names.add(Spelling.of(entry.name()));
        }
        return names;
    }
}
