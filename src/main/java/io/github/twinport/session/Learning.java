// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;

/**
 * Hands on what a session learns about its server. What it did not find out itself is left alone: other sessions with the
 * same server learn, too. Used by the lane thread only.
 */
final class Learning {

    private final ConnectionSettings settings;
    private final ServerProfiles profiles;
    private ServerProfile last = ServerProfile.UNKNOWN;

    Learning(ConnectionSettings settings) {
        this.settings = settings;
        this.profiles = settings.options().profiles();
    }

    /** Looks up what is known; before a connection is opened. */
    void begin() {
        last = profiles.find(settings.server(), settings.credentials().user());
    }

    /** Takes what the client knows by now. */
    void learn(ServerProfile profile) {
        if (!profile.equals(last)) {
            last = profile;
            profiles.learnt(settings.server(), settings.credentials().user(), profile);
        }
    }
}
