// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import java.util.Locale;

/** What is done when the queue has nothing left to do. */
public enum AfterQueueAction {
    /** Nothing at all. */
    NOTHING,
    /** The user is told in the window. */
    NOTIFY,
    /** A tone is played. */
    SOUND,
    /** The connection for browsing is closed. */
    DISCONNECT,
    /** The program ends. */
    QUIT,
    /** A command of the user's is run. */
    COMMAND,
    /** The computer is shut down. */
    SHUT_DOWN;

    /** Whether it is done a single time and has to be chosen again then. */
    boolean isOnce() {
        return switch (this) {
            case NOTHING, NOTIFY, SOUND -> false;
            case DISCONNECT, QUIT, COMMAND, SHUT_DOWN -> true;
        };
    }

    /** The last part of ids and of keys of texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
