// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The folder with the database of a command, which is opened as often as something is needed of it. Any thread. */
final class Profile {

    private final Path folder;
    private final Consumer<Path> damaged;

    /**
     * A profile.
     *
     * @param folder need not exist
     * @param damaged is told where a damaged database was put that was found in the folder
     */
    Profile(Path folder, Consumer<Path> damaged) {
        this.folder = folder;
        this.damaged = damaged;
    }

    /** Whether there is a folder, so that something may have been saved. */
    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Whether there is a database already. */
    boolean hasDatabase() {
        return Database.isIn(folder);
    }

    /**
     * Opens the database, made if it does not exist; the caller closes it.
     *
     * @throws StoreException when it cannot be used
     */
    Database open() throws StoreException {
        Database database = Database.open(folder);
        database.damagedFile().ifPresent(damaged);
        return database;
    }
}
