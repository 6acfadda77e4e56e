// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Chooses temporary names where names are so short that two random ones can be the same: none that the folder holds, and
 * none twice. A folder is listed once. Any thread.
 */
final class ShortNames {

    private final Map<Object, Set<String>> taken = new ConcurrentHashMap<>();

    /** The first candidate that is free; the first of all where names are long. */
    String free(TransferRequest request, WorkerConnection connection, IntFunction<String> candidates)
            throws IOException {
        RemotePath target = request.remote();
        if (!TemporaryNames.isShort(target)) {
            return candidates.apply(0);
        }
        RemotePath folder = Objects.requireNonNullElse(target.parent(), RemotePath.ROOT);
        Set<String> names = namesIn(List.of(ServerKey.of(request), folder), folder, connection);
        int number = 0;
        while (!names.add(candidates.apply(number))) {
            number++;
        }
        return candidates.apply(number);
    }

    private Set<String> namesIn(Object key, RemotePath folder, WorkerConnection connection) throws IOException {
        Set<String> known = taken.get(key);
        if (known != null) {
            return known;
        }
        Set<String> listed = ConcurrentHashMap.newKeySet();
        try {
            connection.list(folder, entries -> entries.forEach(entry -> listed.add(entry.name())));
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            // It does not say what it holds: what this program makes differs at least.
        }
        return Objects.requireNonNullElse(taken.putIfAbsent(key, listed), listed);
    }
}
