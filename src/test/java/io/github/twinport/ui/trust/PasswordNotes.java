// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import io.github.twinport.ftp.Server;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Saved passwords that a test can read. */
public final class PasswordNotes implements SavedPasswords {

    private final Map<String, String> saved = new ConcurrentHashMap<>();

    /** What is saved, by {@code user@host:port}. */
    public Map<String, String> saved() {
        return saved;
    }

    @Override
    public CompletionStage<Boolean> holds(Server server, String user) {
        return CompletableFuture.completedStage(saved.containsKey(key(server, user)));
    }

    @Override
    public void save(Server server, String user, String password) {
        saved.put(key(server, user), password);
    }

    @Override
    public void forget(Server server, String user) {
        saved.remove(key(server, user));
    }

    private static String key(Server server, String user) {
        return user + "@" + server.hostAndPort();
    }
}
