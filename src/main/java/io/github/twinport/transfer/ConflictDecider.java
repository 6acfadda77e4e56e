// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.concurrent.CompletionStage;

/**
 * Is asked when a target exists. Called on a worker's thread; must not block: the answer comes through the stage. One
 * question is open at a time: the next comes when the last one has been answered, or is not needed any more because the
 * user cancelled its item; then the stage is cancelled. A stage that fails counts as the answer to skip this file.
 */
@FunctionalInterface
public interface ConflictDecider {

    /** Asks about one conflict; other files go on meanwhile. */
    CompletionStage<ConflictAnswer> decide(Conflict conflict);
}
