// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import java.util.List;
import java.util.Optional;

/** Asks for the logins without which work of earlier runs waits; not while all is paused. Any thread. */
final class LoginAsker {

    private final Object lock;
    private final QueueState state;
    private final JournalLink.Changer changer;
    private volatile Logins logins = Logins.NONE;

    /** Asks for what a state that a lock guards misses, which the given changer changes. */
    LoginAsker(Object lock, QueueState state, JournalLink.Changer changer) {
        this.lock = lock;
        this.state = state;
        this.changer = changer;
    }

    /** Says who knows logins. */
    void use(Logins known) {
        logins = known;
    }

    /** Asks for those that are missing now; without the queue's lock. */
    void ask() {
        List<OpenLogins.Question> questions;
        synchronized (lock) {
            questions =
                    state.scheduler().isPaused() ? List.of() : state.logins().take();
        }
        for (OpenLogins.Question question : questions) {
            logins.login(question.connection(), question.refusal())
                    .handle((given, failure) -> given == null ? Optional.<ConnectionSettings>empty() : given)
                    .thenAccept(given -> changer.change(() -> state.login(question.connection(), given.orElse(null))));
        }
    }
}
