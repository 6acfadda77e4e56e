// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Server;
import java.util.concurrent.CompletionStage;

/** The passwords that are kept for logins. Used on the JavaFX thread, which never waits for them. */
public interface SavedPasswords {

    /** Whether a password is saved for a login; false where that cannot be found out. Answers on the JavaFX thread. */
    CompletionStage<Boolean> holds(Server server, String user);

    /** Saves a password in place of an earlier one; asks for the master password where it is not known yet. */
    void save(Server server, String user, String password);

    /** Forgets a saved password. */
    void forget(Server server, String user);
}
