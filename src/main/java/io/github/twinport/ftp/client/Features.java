// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server says it can do beyond RFC 959 (FEAT, RFC 2389). Immutable; any thread.
 *
 * @param parameters the features' names in upper case, each with what stands behind it
 */
public record Features(Map<String, String> parameters) {

    /** Keeps its own copy. */
    public Features {
        parameters = Map.copyOf(parameters);
    }

    /** Reads the reply to FEAT; a refusal means no features. */
    static Features of(Reply reply) {
        Map<String, String> found = new HashMap<>();
        List<String> lines = reply.lines();
        for (int i = 1; reply.isCompletion() && i < lines.size() - 1; i++) {
            String line = lines.get(i).strip();
            int blank = line.indexOf(' ');
            String name = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
            if (!name.isEmpty()) {
                found.put(name, blank < 0 ? "" : line.substring(blank + 1).strip());
            }
        }
        return new Features(found);
    }

    /** Whether the server names a feature, for instance {@code MLST}. */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** Whether listings and files can travel compressed. */
    boolean hasModeZ() {
        return parameters.getOrDefault("MODE", "").toUpperCase(Locale.ROOT).contains("Z");
    }

    /** Whether MLST names a fact that is switched off, for instance {@code size} without an asterisk. */
    boolean factIsOff(String fact) {
        for (String each : parameters.getOrDefault("MLST", "").split(";", -1)) {
            if (each.strip().equalsIgnoreCase(fact)) {
                return true;
            }
        }
        return false;
    }
}
