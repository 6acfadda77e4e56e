// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Spelling;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The entries of a local folder whose names a server may take for the same: they differ only in large and small letters,
 * or in the form of accents. A folder of a million files costs a few megabytes for a moment. Immutable.
 */
final class LocalTwins {

    private static final int FIRST = 256;

    private final Set<Integer> hashes;

    private LocalTwins(Set<Integer> hashes) {
        this.hashes = hashes;
    }

    /** Reads a folder's names. */
    static LocalTwins in(Path folder) throws IOException {
        int[] all = new int[FIRST];
        int count = 0;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                if (count == all.length) {
                    all = Arrays.copyOf(all, 2 * count);
                }
                all[count++] = hash(LocalTarget.name(path));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Arrays.sort(all, 0, count);
        Set<Integer> twins = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (all[i] == all[i - 1]) {
                twins.add(all[i]);
            }
        }
        return new LocalTwins(twins);
    }

    /** Whether an entry may have a twin; by chance one without may be taken for one, which costs a look. */
    boolean has(String name) {
        return !hashes.isEmpty() && hashes.contains(hash(name));
    }

    private static int hash(String name) {
        return Spelling.of(name).hashCode();
    }
}
