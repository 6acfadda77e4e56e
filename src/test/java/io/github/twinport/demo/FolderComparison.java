// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compares a folder with its copy. */
final class FolderComparison {

    private final Path original;
    private final Path copy;
    private final List<Path> names;

    FolderComparison(Path original, Path copy) throws IOException {
        this.original = original;
        this.copy = copy;
        try (Stream<Path> all = Files.walk(original)) {
            names = all.filter(Files::isRegularFile).map(original::relativize).toList();
        }
    }

    int files() {
        return names.size();
    }

    /** Whether every file is there; under its final name a file is complete. */
    boolean isComplete() {
        return names.stream().allMatch(name -> Files.isRegularFile(copy.resolve(name)));
    }

    /**
     * Compares every byte; how many there are.
     *
     * @throws TourException when one differs
     */
    long demandEqualBytes() {
        long bytes = 0;
        try {
            for (Path name : names) {
                if (Files.mismatch(original.resolve(name), copy.resolve(name)) >= 0) {
                    throw new TourException(name + " arrived with other bytes");
                }
                bytes += Files.size(original.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
