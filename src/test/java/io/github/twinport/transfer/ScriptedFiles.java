// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files of a scripted server, by path. STOR, RNTO and DELE are left to the test. */
final class ScriptedFiles {

    final Map<String, String> files = new ConcurrentHashMap<>();

    private final Map<Conversation, String> renaming = new ConcurrentHashMap<>();
    private final Map<Conversation, Integer> offsets = new ConcurrentHashMap<>();

    /** Tells lengths but no times, gives files out, and takes note of what is to be renamed. */
    Responder responder() {
        return Responder.standard()
                .on(
                        "SIZE",
                        (s, name) -> s.send(
                                files.containsKey(name)
                                        ? "213 " + files.get(name).length()
                                        : "550 no such file"))
                .on("MDTM", "550 no such file")
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send(
                                        files.get(name).substring(takeOffset(s)).getBytes(StandardCharsets.US_ASCII)))
                                .send("226 done"))
                .on("REST", (s, offset) -> {
                    offsets.put(s, Integer.valueOf(offset));
                    s.send("350 from there");
                })
                .on("RNFR", (s, name) -> {
                    renaming.put(s, name);
                    s.send("350 to?");
                });
    }

    /** Where the next transfer of a session begins, in bytes. */
    int takeOffset(Conversation conversation) {
        return Objects.requireNonNullElse(offsets.remove(conversation), 0);
    }

    /** Takes away the file that is to be renamed; null when it is not there. */
    @Nullable
    String takeRenamed(Conversation conversation) {
        return files.remove(renaming.get(conversation));
    }
}
