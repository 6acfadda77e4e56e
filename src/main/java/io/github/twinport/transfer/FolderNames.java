// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the entries of one folder of a server their names on this computer. Where the folder here takes {@code Readme} and
 * {@code README} for the same, or two forms of one accent, the later of the two gets escapes, from which
 * {@link LocalNames#original} finds its name again. Belongs to one worker.
 */
final class FolderNames {

    private static final Logger LOG = System.getLogger(FolderNames.class.getName());

    /** Tells whether the folder here takes two names for the same. */
    @FunctionalInterface
    interface Sameness {
        boolean isSame(String name, String other);
    }

    private final LocalNames names;
    private final Path folder;
    private final Sameness sameness;

    /** The names given so far, by what they have in common with others that a disk may take for the same. */
    private final Map<String, List<String>> taken = new HashMap<>();

    /**
     * The names in one folder.
     *
     * @param folder the local folder
     * @param sameness asked only about names that differ in nothing but case or form
     */
    FolderNames(LocalNames names, Path folder, Sameness sameness) {
        this.names = names;
        this.folder = folder;
        this.sameness = sameness;
    }

    /**
     * Where an entry goes.
     *
     * @throws InvalidPathException when its name is a path, or no file system can hold it
     */
    Path resolve(String name) {
        Path path = names.resolve(folder, name);
        String local = LocalTarget.name(path);
        List<String> alike = taken.computeIfAbsent(folded(local), key -> new ArrayList<>(1));
        if (alike.stream().anyMatch(other -> !other.equals(local) && sameness.isSame(other, local))) {
            path = folder.resolve(names.apart(name));
        } else if (!alike.contains(local)) {
            alike.add(local);
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
        String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
