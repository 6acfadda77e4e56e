// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.transfer.rules.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One row of the queue as the journal keeps it. Its paths are its parent's and its names. Immutable; any thread.
 *
 * @param id the row, larger than its parent's and than those that were added before it
 * @param parent the folder it belongs to, 0 for what the user asked for
 * @param folder whether it is a folder
 * @param remoteName its name on the server
 * @param localName its name on this computer
 * @param source what is known about the source
 * @param target what is known about the target
 * @param status where it stands
 * @param moved the bytes that are there
 * @param rule what to do with an existing target, null when that is not decided
 * @param partial the temporary file it has left, null for none
 * @param what what happened to it in words, empty for nothing
 * @param advice what to do about that, may be empty
 * @param history what went wrong before
 */
public record JournalRow(
        long id,
        long parent,
        boolean folder,
        String remoteName,
        String localName,
        Source source,
        KnownTarget target,
        Status status,
        long moved,
        @Nullable Decision rule,
        @Nullable Partial partial,
        String what,
        String advice,
        History history) {}
