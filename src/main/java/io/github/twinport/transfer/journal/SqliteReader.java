// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.JournalReader;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.Status;
import java.util.ArrayList;
import java.util.Collection;
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
    public List<JournalRow> failed(long after, int limit) throws StoreException {
        // The status stands in the text: only so SQLite sees that the index of failed rows fits.
        return database.read(transaction -> TransferTable.rows(
                transaction, "status = " + Status.FAILED.code() + " and id > ? order by id limit ?", after, limit));
    }

    @Override
    public List<JournalRow> rows(Collection<Long> ids) throws StoreException {
        return database.read(transaction -> {
            List<JournalRow> rows = new ArrayList<>();
            for (Long id : ids) {
                rows.addAll(TransferTable.rows(transaction, "id = ?", id));
            }
            return rows;
        });
    }

    @Override
    public Set<String> names(long folder) throws StoreException {
        return database.read(transaction -> new HashSet<>(transaction.query(
                "select remote_name from transfer where parent = ?",
                row -> NameCode.decode(row.getString("remote_name")),
                folder)));
    }
}
