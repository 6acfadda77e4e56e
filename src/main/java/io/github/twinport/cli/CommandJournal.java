// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Journal;
import io.github.twinport.transfer.TargetInUseException;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The journal of one command, so that the same command goes on with files that were begun before an interruption. Where
 * the profile cannot be used the command works without: such files would only begin again then.
 */
final class CommandJournal {

    private CommandJournal() {}

    /** Begins to open the database of a profile, which is made if it does not exist; meanwhile other work goes on. */
    static CompletableFuture<Database> prepare(Profile profile) {
        CompletableFuture<Database> database = new CompletableFuture<>();
        Thread.ofVirtual().name("profile").start(() -> {
            try {
                database.complete(profile.open());
            } catch (StoreException | RuntimeException | Error e) {
                // SQLite's library may be missing, or the command may have ended meanwhile: both are no more than that.
                database.completeExceptionally(e);
            }
        });
        return database;
    }

    /**
     * Opens the journal; blocks until it is known what an earlier run has left.
     *
     * @param prepared the database
     * @param requests what the command is to do
     * @throws TargetInUseException when another instance with the same profile writes there
     */
    static Journal open(CompletableFuture<Database> prepared, List<TransferRequest> requests)
            throws TargetInUseException {
        try {
            return SqliteJournal.open(prepared.join(), requests);
        } catch (CompletionException | StoreException e) {
            System.getLogger(CommandJournal.class.getName())
                    .log(Level.DEBUG, "the command cannot be continued after an interruption", e);
            return Journal.NONE;
        }
    }
}
