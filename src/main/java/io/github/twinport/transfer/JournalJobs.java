// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;

/**
 * Unfinished work of an ended instance, which is this one's from now on.
 *
 * @param jobs what the user asked for, in order
 * @param rows all folders of it with its own row, further the files that left a temporary file and the first that failed,
 *     by id
 * @param sums the files that are not among the rows
 * @param running how many rows were being worked on
 * @param nextId the first free id from now on; larger than any of the rows
 */
public record JournalJobs(List<JournalJob> jobs, List<JournalRow> rows, List<Sum> sums, int running, long nextId) {

    /**
     * How many files of one folder stand the same.
     *
     * @param parent the folder
     * @param status where they stand
     * @param files how many there are
     * @param size the known bytes of all
     * @param moved the bytes of all that are there
     */
    public record Sum(long parent, Status status, int files, long size, long moved) {}
}
