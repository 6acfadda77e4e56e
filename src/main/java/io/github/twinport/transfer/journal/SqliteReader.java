// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.JournalReader;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads rows from the database.
 *
 * @param database where they are
 */
record SqliteReader(Database database) implements JournalReader {

    @Override
    public List<JournalRow> waiting(long folder, long after, int limit) throws StoreException {
        return database.read(transaction -> TransferTable.rows(
                transaction,
                "parent = ? and id > ? and folder = 0 and status = ? order by id limit ?",
                folder,
                after,
                Status.WAITING.code(),
                limit));
    }

    @Override
    public List<JournalRow> children(long folder, long after, int limit) throws StoreException {
        return database.read(transaction ->
                TransferTable.rows(transaction, "parent = ? and id > ? order by id limit ?", folder, after, limit));
    }

    @Override
    public Set<String> names(long folder) throws StoreException {
        return database.read(transaction -> new HashSet<>(transaction.query(
                "select remote_name from transfer where parent = ?",
                row -> NameCode.decode(row.getString("remote_name")),
                folder)));
    }
}
