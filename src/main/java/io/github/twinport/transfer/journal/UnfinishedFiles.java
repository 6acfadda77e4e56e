// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.RemotePath;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.JournalJob;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.Leftover;
import io.github.twinport.transfer.Partial;
import io.github.twinport.transfer.Status;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a command that has ended: the files that it had begun, each with its temporary file. Whatever else it
 * knew is no answer to what is there when it is given again. Inside transactions of the journal.
 */
final class UnfinishedFiles {

    /** The folders of the jobs of an owner, and the jobs themselves. */
    private static final String OWNED = """
            with recursive owned (id) as (
                select id from transfer_job where owner = ? and command = 1
                union all
                select transfer.id from transfer join owned on transfer.parent = owned.id
                where transfer.folder = 1 and transfer.id > owned.id)
            insert into owned_folder select id from owned
            """;

    /** Begun files and all folders above them. */
    private static final String NEEDED = """
            with recursive needed (id) as (
                select id from transfer
                where partial_size is not null and status <> ? and
                    (id in (select id from owned_folder) or parent in (select id from owned_folder))
                union
                select transfer.parent from transfer join needed on transfer.id = needed.id where transfer.parent <> 0)
            insert into needed_row select id from needed
            """;

    /** Where a row's source and target are. */
    private record Place(JournalJob job, Path local, RemotePath remote) {

        Place inside(JournalRow row) {
            return new Place(job, local.resolve(row.localName()), remote.child(row.remoteName()));
        }
    }

    private UnfinishedFiles() {}

    /**
     * Forgets everything else of the commands of an owner.
     *
     * @param jobs whether to keep what they were asked for even where nothing is begun
     */
    static void keepOnly(Transaction transaction, long owner, boolean jobs) throws SQLException {
        select(transaction, owner);
        transaction.update("delete from transfer where id not in (select id from needed_row) "
                + "and (id in (select id from owned_folder) or parent in (select id from owned_folder))");
        if (!jobs) {
            transaction.update("delete from transfer_job where id in (select id from owned_folder) "
                    + "and id not in (select id from needed_row)");
        }
    }

    /** Reads the begun files of some jobs of commands, which are all of one owner. */
    static List<Leftover> read(Transaction transaction, long owner, List<JournalJob> jobs) throws SQLException {
        select(transaction, owner);
        Map<Long, Place> places = new HashMap<>();
        jobs.forEach(job -> places.put(job.id(), new Place(job, job.local(), job.remote())));
        List<Leftover> files = new ArrayList<>();
        // A folder has a smaller number than what it holds.
        for (JournalRow row : TransferTable.rows(transaction, "id in (select id from needed_row) order by id")) {
            Place above = places.get(row.parent());
            Place place = above == null ? places.get(row.id()) : above.inside(row);
            Partial partial = row.partial();
            if (place != null) {
                places.put(row.id(), place);
                if (partial != null) {
                    files.add(new Leftover(row.id(), place.job(), place.local(), place.remote(), partial, row.moved()));
                }
            }
        }
        return files;
    }

    private static void select(Transaction transaction, long owner) throws SQLException {
        for (String table : List.of("owned_folder", "needed_row")) {
            transaction.update("create temp table if not exists " + table + " (id integer primary key)");
            transaction.update("delete from " + table);
        }
        transaction.update(OWNED, owner);
        transaction.update(NEEDED, Status.DONE.code());
    }
}
