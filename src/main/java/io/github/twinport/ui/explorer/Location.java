// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.RemotePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder that a pane can show. Immutable; any thread. */
public sealed interface Location {

    /**
     * A folder of this computer.
     *
     * @param path absolute and normalised
     */
    record LocalFolder(Path path) implements Location {

        /** Makes the path absolute. */
        public LocalFolder {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String name() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }

        @Override
        public String text() {
            return path.toString();
        }

        @Override
        public @Nullable Location parent() {
            Path parent = path.getParent();
            return parent == null ? null : new LocalFolder(parent);
        }

        @Override
        public LocalFolder child(String name) {
            return new LocalFolder(path.resolve(name));
        }
    }

    /**
     * A folder of a server.
     *
     * @param path where it is
     */
    record RemoteFolder(RemotePath path) implements Location {

        @Override
        public String name() {
            return path.segments().isEmpty() ? "/" : path.name();
        }

        @Override
        public String text() {
            return path.folderText();
        }

        @Override
        public @Nullable Location parent() {
            RemotePath parent = path.parent();
            return parent == null ? null : new RemoteFolder(parent);
        }

        @Override
        public RemoteFolder child(String name) {
            return new RemoteFolder(path.child(name));
        }
    }

    /** Its name inside the folder above; of a root, the root's notation. */
    String name();

    /** The whole path in the notation of its side. */
    String text();

    /** The folder above, or null for a root. */
    @Nullable
    Location parent();

    /** The entry of this folder that has the given plain name. */
    Location child(String name);

    /** All folders from the root down to this one. */
    default List<Location> trail() {
        List<Location> trail = new ArrayList<>();
        for (Location folder = this; folder != null; folder = folder.parent()) {
            trail.addFirst(folder);
        }
        return trail;
    }
}
