// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conflicts that wait for the user. Guarded by the queue's lock. */
final class Questions {

    private final Map<Long, Conflict> open = new LinkedHashMap<>();
    private @Nullable List<Conflict> shown;

    /** All of them, oldest first; the same list while nothing changes. */
    List<Conflict> all() {
        List<Conflict> list = shown;
        if (list == null) {
            list = List.copyOf(open.values());
            shown = list;
        }
        return list;
    }

    void add(Conflict conflict) {
        open.put(conflict.item(), conflict);
        shown = null;
    }

    /** Takes a question back, because its item does not wait for an answer any more. */
    void withdraw(long item) {
        if (open.remove(item) != null) {
            shown = null;
        }
    }
}
