// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.client.UploadProfile;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps server profiles as long as the program runs. Any thread. */
public final class MemoryProfiles implements ServerProfiles {

    private final Map<Key, ServerProfile> profiles = new ConcurrentHashMap<>();
    private final Map<Key, UploadProfile> uploads = new ConcurrentHashMap<>();

    /** Knows no server yet. */
    public MemoryProfiles() {}

    @Override
    public ServerProfile find(Server server, String user) {
        return profiles.getOrDefault(Key.of(server, user), ServerProfile.UNKNOWN);
    }

    @Override
    public void learnt(Server server, String user, ServerProfile profile) {
        profiles.put(Key.of(server, user), profile);
    }

    @Override
    public UploadProfile uploads(Server server, String user) {
        return uploads.getOrDefault(Key.of(server, user), UploadProfile.UNKNOWN);
    }

    @Override
    public void learntUploads(Server server, String user, UploadProfile profile) {
        uploads.put(Key.of(server, user), profile);
    }

    private record Key(String host, int port, String user) {
        static Key of(Server server, String user) {
            return new Key(server.host().toLowerCase(Locale.ROOT), server.port(), user);
        }
    }
}
