// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A folder with all it holds, here or on a server. Paths are the names from it down with slashes between them; it is the
 * empty path itself. Names are those that a server has or would have. Blocks; belongs to the command's thread.
 */
public interface Tree {

    /**
     * What a folder holds; nothing where it does not exist.
     *
     * @throws IOException when it cannot be listed
     */
    Optional<Contents> list(String path) throws IOException;

    /**
     * The name that an entry of this tree has in a folder elsewhere.
     *
     * @param isThere whether that folder has a name
     */
    default String nameElsewhere(String name, Predicate<String> isThere) {
        return name;
    }

    /**
     * What a symbolic link leads to, under the name of the link; nothing where it leads nowhere or into a folder that is
     * not to be entered through it.
     *
     * @param path the link's path
     * @throws IOException when it cannot be looked at
     */
    Optional<Entry> follow(String path, Entry link) throws IOException;

    /**
     * What stands at a path that no listing shows in this spelling; nothing where nothing does.
     *
     * @param source what would go there, whose name it gets
     * @throws IOException when it cannot be looked at
     */
    Optional<Entry> look(String path, Entry source) throws IOException;

    /** The path of an entry. */
    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /**
     * What a folder holds. Immutable.
     *
     * @param entries what was understood; links as links
     * @param gap why that may not be all there is, null where it is
     */
    record Contents(List<Entry> entries, @Nullable IOException gap) {
        /** Keeps a copy of the list. */
        public Contents {
            entries = List.copyOf(entries);
        }

        /** Whether that is all there is: only then is anything known of what is not there. */
        boolean isWhole() {
            return gap == null;
        }
    }
}
