// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.concurrent.CompletionStage;

/** Is asked when a target exists. Called on a worker's thread; must not block: the answer comes through the stage. */
@FunctionalInterface
public interface ConflictDecider {

    /** Asks about one conflict; other files go on meanwhile. */
    CompletionStage<ConflictAnswer> decide(Conflict conflict);
}
