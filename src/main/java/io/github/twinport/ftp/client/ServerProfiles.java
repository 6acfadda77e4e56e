// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Server;
import java.util.OptionalInt;

/**
 * Where profiles of servers are kept, one for each host, port and user. Called on lane threads, several at once; may
 * block for as long as a disk does and never fails: a profile that cannot be kept costs attempts, not results.
 */
public interface ServerProfiles {

    /** Keeps nothing. */
    ServerProfiles NONE = new ServerProfiles() {
        @Override
        public ServerProfile find(Server server, String user) {
            return ServerProfile.UNKNOWN;
        }

        @Override
        public void learnt(Server server, String user, ServerProfile profile) {
            // Nobody asked to keep it.
        }
    };

    /** What is known about a server, {@link ServerProfile#UNKNOWN} where nothing is. */
    ServerProfile find(Server server, String user);

    /**
     * How many connections at once a server has let a user have before it refused one more, and a little more as time
     * passes; empty where it has refused none. Any thread.
     */
    default OptionalInt connectionLimit(Server server, String user) {
        return OptionalInt.empty();
    }

    /** Takes how many connections at once a server lets a user have. Any thread. */
    default void learntConnectionLimit(Server server, String user, int connections) {
        // Who keeps nothing forgets this, too.
    }

    /** What uploads have learnt about a server, {@link UploadProfile#UNKNOWN} where nothing is known. Any thread. */
    default UploadProfile uploads(Server server, String user) {
        return UploadProfile.UNKNOWN;
    }

    /** Takes what uploads have learnt, in place of what was known. Any thread. */
    default void learntUploads(Server server, String user, UploadProfile profile) {
        // Who keeps nothing forgets this, too.
    }

    /** Takes what a session has learnt, in place of what was known. */
    void learnt(Server server, String user, ServerProfile profile);
}
