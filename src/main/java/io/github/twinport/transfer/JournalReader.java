// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the journal. Belongs to the journal's thread; blocks on the disk. */
public interface JournalReader {

    /** Files of a folder that wait, by id, beginning after one. */
    List<JournalRow> waiting(long folder, long after, int limit) throws StoreException;

    /** Rows of a folder by id, whatever their state, beginning after one. */
    List<JournalRow> children(long folder, long after, int limit) throws StoreException;

    /** Rows that have failed, of all instances, by id, beginning after one. */
    List<JournalRow> failed(long after, int limit) throws StoreException;

    /** The rows with some ids, as far as there are such. */
    List<JournalRow> rows(Collection<Long> ids) throws StoreException;

    /** The names on the server of all rows of a folder. */
    Set<String> names(long folder) throws StoreException;
}
