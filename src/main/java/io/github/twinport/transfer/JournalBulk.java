// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Set;

/**
 * A change of all or some files of one folder at once, those inside its folders not included.
 *
 * @param parent the folder
 * @param from which of them change
 * @param to what becomes of them
 * @param only the rows that change, empty for all
 */
public record JournalBulk(long parent, Set<Status> from, Status to, Set<Long> only) {

    /** A change of all files of a folder. */
    JournalBulk(long parent, Set<Status> from, Status to) {
        this(parent, from, to, Set.of());
    }

    /** Whether a row changes. */
    boolean concerns(JournalRow row) {
        return row.parent() == parent && from.contains(row.status()) && (only.isEmpty() || only.contains(row.id()));
    }
}
