// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** One way in which servers print the entries of a folder. An instance belongs to one listing and its thread. */
interface Dialect {

    /**
     * Reads a line. Never throws, whatever the line holds, and takes time in proportion to its length at most.
     *
     * @param line the line, without its end
     * @param draft takes the columns of an entry; comes cleared, is looked at only after {@link Match#ENTRY}
     */
    Match read(Line line, Draft draft);
}
