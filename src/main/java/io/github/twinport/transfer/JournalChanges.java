// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;

/**
 * What has changed in the queue since the journal last wrote; written in the order of the components, all or nothing.
 *
 * @param bulks changes of many rows that are in the journal already
 * @param jobs what the user asked for, new or with another place
 * @param rows new or changed rows as they stand now
 * @param superseded ids of single rows that are not needed any more
 * @param removed ids of what the user asked for and does not want to see any more, with all below
 * @param released ids of what the user asked for of which nothing is on its way any more
 * @param durable whether it has to survive a power failure: anything but progress
 */
public record JournalChanges(
        List<JournalBulk> bulks,
        List<JournalJob> jobs,
        List<JournalRow> rows,
        List<Long> superseded,
        List<Long> removed,
        List<Long> released,
        boolean durable) {

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return bulks.isEmpty() && jobs.isEmpty() && rows.isEmpty() && superseded.isEmpty() && removed.isEmpty();
    }
}
