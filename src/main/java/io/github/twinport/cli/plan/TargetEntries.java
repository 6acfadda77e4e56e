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

    private final Tree source;
    private final Tree target;
    private final String folder;
    private final Map<String, Entry> entries = new HashMap<>();
    private @Nullable Set<Spelling> spellings;

    /**
     * The entries of a folder of a target.
     *
     * @param folder its path in the target
     */
    TargetEntries(Tree source, Tree target, String folder, List<Entry> listed) {
        this.source = source;
        this.target = target;
        this.folder = folder;
        listed.forEach(entry -> entries.put(entry.name(), entry));
    }

    /** All of them. */
    Collection<Entry> all() {
        return entries.values();
    }

    /** What stands where an entry of the source would go, null for nothing. */
    @Nullable
    Counterpart of(Entry entry) throws IOException {
        String name = source.nameElsewhere(entry.name(), entries::containsKey);
        String path = Tree.join(folder, name);
        Entry same = entries.get(name);
        if (same == null && isSpelledOtherwise(name)) {
            same = target.look(path, entry).orElse(null);
        }
        return same == null ? null : new Counterpart(path, same);
    }

    /** The spellings that entries of the source have here. */
    Set<Spelling> spellings(Collection<Entry> sources) {
        Set<Spelling> names = new HashSet<>();
        for (Entry entry : sources) {
            names.add(Spelling.of(source.nameElsewhere(entry.name(), entries::containsKey)));
        }
        return names;
    }

    private boolean isSpelledOtherwise(String name) {
        if (entries.isEmpty()) {
            return false;
        }
        Set<Spelling> known = spellings;
        if (known == null) {
            known = new HashSet<>();
            for (String listed : entries.keySet()) {
                known.add(Spelling.of(listed));
            }
            spellings = known;
        }
        return known.contains(Spelling.of(name));
    }
}
