// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import java.util.List;

/**
 * What of a folder is meant: everything that no pattern excludes and, where there are patterns that include, only files
 * that one of them names, by their own path or that of a folder above them. What is excluded is neither transferred nor
 * deleted. Immutable; any thread.
 *
 * @param includes patterns of what is meant; empty for everything
 * @param excludes patterns of what is not meant; they have the last word
 * @param links what is done with symbolic links of the source
 */
public record Selection(List<Glob> includes, List<Glob> excludes, Links links) {

    /** Keeps copies of the lists. */
    public Selection {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Whether really everything is meant. */
    public boolean isEverything() {
        return includes.isEmpty() && excludes.isEmpty() && links == Links.FOLLOW;
    }

    /**
     * Whether an entry is meant, of which the folders above it are.
     *
     * @param path the names from the folder that is transferred, with slashes between them
     * @param folder whether it is a folder
     */
    public boolean accepts(String path, boolean folder) {
        if (isNamed(excludes, path, folder)) {
            return false;
        }
        return folder || includes.isEmpty() || isNamed(includes, path, false) || isInsideIncluded(path);
    }

    private boolean isInsideIncluded(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (isNamed(includes, path.substring(0, end), true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(List<Glob> patterns, String path, boolean folder) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path, folder));
    }
}
