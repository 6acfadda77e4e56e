// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of MLST or MLSD with all its facts, those that Twinport has no use for included. Immutable; any thread.
 *
 * @param facts the values by the facts' names in lower case ({@code unix.mode}, {@code unique}), in the line's order
 * @param name the name as the server gave it: for MLST it may be a whole path
 */
public record FactLine(Map<String, String> facts, String name) {

    /** Keeps a copy of the facts in their order. */
    public FactLine {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * The value of a fact, or null if the line has no such fact.
     *
     * @param factName its name in lower case
     */
    public @Nullable String fact(String factName) {
        return facts.get(factName);
    }
}
