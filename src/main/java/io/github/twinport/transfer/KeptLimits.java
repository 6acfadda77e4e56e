// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.ServerProfiles;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads and writes how many connections servers allow, outside of the queue's lock because that may take as long as a disk
 * does. Threads of attempts.
 */
final class KeptLimits {

    private final Object lock;
    private final QueueState state;
    private final JournalLink.Changer changer;

    /** Limits for a state that a lock guards, changed by the given changer. */
    KeptLimits(Object lock, QueueState state, JournalLink.Changer changer) {
        this.lock = lock;
        this.state = state;
        this.changer = changer;
    }

    /** Before an attempt: finds out what earlier runs have learnt, where it is the first to ask. */
    void before(Attempt attempt) {
        if (attempt.asksForLimit) {
            ConnectionSettings settings = attempt.request().connection();
            ServerKey server = ServerKey.of(attempt.request());
            OptionalInt known = settings.options().profiles().connectionLimit(server.server(), server.user());
            changer.change(() -> {
                state.scheduler().known(server, known);
                return List.of();
            });
        }
    }

    /** After an attempt: keeps what it has taught. */
    void after(Attempt attempt) {
        ServerKey server = ServerKey.of(attempt.request());
        OptionalInt learnt;
        synchronized (lock) {
            learnt = state.scheduler().takeLearnt(server);
        }
        ServerProfiles profiles = attempt.request().connection().options().profiles();
        learnt.ifPresent(limit -> profiles.learntConnectionLimit(server.server(), server.user(), limit));
    }
}
