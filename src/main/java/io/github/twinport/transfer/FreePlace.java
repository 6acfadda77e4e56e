// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Finds a name on a server, beside one that is taken, that nothing has yet. Belongs to one worker. */
final class FreePlace {

    private final WorkerConnection connection;
    private final FreeName names;

    /**
     * Finds names over a connection.
     *
     * @param names how names follow one another
     */
    FreePlace(WorkerConnection connection, FreeName names) {
        this.connection = connection;
        this.names = names;
    }

    /** A free place in the same folder. A name that the listing does not show is free only where the listing is whole. */
    RemotePath beside(RemotePath path) throws IOException {
        RemotePath folder = Objects.requireNonNullElse(path.parent(), RemotePath.ROOT);
        Set<String> taken = new HashSet<>();
        boolean whole = connection
                .list(folder, entries -> entries.forEach(entry -> taken.add(entry.name())))
                .isEmpty();
        String name = names.beside(path.name(), taken::contains);
        while (!whole && new RemoteTarget(connection, folder.child(name), name).existing() != null) {
            taken.add(name);
            name = names.beside(path.name(), taken::contains);
        }
        return folder.child(name);
    }
}
