// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.transfer.rules.Comparison;

/**
 * The target of a file exists already. Immutable; any thread.
 *
 * @param item the item that waits
 * @param job the item of the top level that it belongs to, which is itself for a single file
 * @param request what is to be transferred
 * @param source the source file
 * @param target the existing target
 */
public record Conflict(long item, long job, TransferRequest request, Entry source, Entry target) {

    /** How the source differs from the target. */
    public Comparison comparison() {
        return Comparison.of(source, target);
    }

    /** Whether the target could be the beginning of the source, so that appending makes sense. */
    public boolean canResume() {
        return target.size() >= 0 && source.size() > target.size();
    }
}
