// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server's folder into which something goes. That a name is free is known only where the folder was
 * listed whole, or was not there just before. Belongs to one worker.
 */
final class RemoteContents {

    private final Map<String, Entry> entries = new HashMap<>();
    private boolean whole;
    private @Nullable Set<Spelling> spellings;

    private RemoteContents(boolean whole) {
        this.whole = whole;
    }

    /** A folder that is empty. */
    static RemoteContents nothing() {
        return new RemoteContents(true);
    }

    /** A folder of which nothing is known. */
    static RemoteContents unknown() {
        return new RemoteContents(false);
    }

    /** Takes what a listing shows. */
    void add(List<Entry> listed) {
        listed.forEach(entry -> entries.put(entry.name(), entry));
    }

    /** Takes note that the listing was whole. */
    void complete() {
        whole = true;
    }

    /** Whether the folder shows a name. */
    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** What stands at a name: unknown also where the server may take the name of another entry for the same. */
    Target target(String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            return new Target(true, entry);
        }
        return whole && !isSpelledOtherwise(name) ? Target.NOTHING : Target.UNKNOWN;
    }

    private boolean isSpelledOtherwise(String name) {
        if (entries.isEmpty()) {
            return false;
        }
        Set<Spelling> all = spellings;
        if (all == null) {
            all = new HashSet<>();
            for (String listed : entries.keySet()) {
                all.add(Spelling.of(listed));
            }
            spellings = all;
        }
        return all.contains(Spelling.of(name));
    }
}
