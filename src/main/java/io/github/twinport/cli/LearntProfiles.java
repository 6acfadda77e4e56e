// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what one command has learnt about servers for its other connections, no longer. Any thread. */
final class LearntProfiles implements ServerProfiles {

    private final Map<Login, ServerProfile> profiles = new ConcurrentHashMap<>();

    LearntProfiles() {}

    @Override
    public ServerProfile find(Server server, String user) {
        return profiles.getOrDefault(new Login(server, user), ServerProfile.UNKNOWN);
    }

    @Override
    public void learnt(Server server, String user, ServerProfile profile) {
        profiles.put(new Login(server, user), profile);
    }

    private record Login(Server server, String user) {}
}
