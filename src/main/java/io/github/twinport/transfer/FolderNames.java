// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the entries of one folder of a server their names on this computer. On a disk that takes {@code Readme} and
 * {@code README} for the same, the later of the two gets escapes, from which {@link LocalNames#original} finds its name
 * again. Belongs to one worker.
 */
final class FolderNames {

    private static final Logger LOG = System.getLogger(FolderNames.class.getName());

    private final LocalNames names;
    private final boolean ignoresCase;
    private final Map<String, String> taken = new HashMap<>();

    FolderNames(LocalNames names, boolean ignoresCase) {
        this.names = names;
        this.ignoresCase = ignoresCase;
    }

    /**
     * Where an entry goes.
     *
     * @throws InvalidPathException when its name is a path, or no file system can hold it
     */
    Path resolve(Path folder, String name) {
        Path plain = names.resolve(folder, name);
        Path path = plain;
        if (ignoresCase) {
            String first = taken.putIfAbsent(folded(LocalTarget.name(plain)), name);
            if (first != null && !first.equals(name)) {
                path = folder.resolve(names.apart(name));
            }
        }
        if (!LocalTarget.name(path).equals(name)) {
            LOG.log(
                    Level.INFO,
                    "{0} is kept here as {1}",
                    EntryName.escaped(name),
                    EntryName.escaped(LocalTarget.name(path)));
        }
        return path;
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
