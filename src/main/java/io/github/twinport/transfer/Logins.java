// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the connections of transfers that an earlier run has left; asks the user for what is missing. Called on any
 * thread, once for each connection; must not block: the answer comes through the stage.
 */
@FunctionalInterface
public interface Logins {

    /** Knows no login: what an earlier run has left stays paused. */
    Logins NONE = (connection, refusal) -> CompletableFuture.completedStage(Optional.empty());

    /**
     * The settings to go on with.
     *
     * @param connection what is known
     * @param refusal why the last answer did not work, null for the first question
     * @return empty when the user does not want to go on now: the transfers are paused then
     */
    CompletionStage<Optional<ConnectionSettings>> login(KnownConnection connection, @Nullable Explanation refusal);
}
