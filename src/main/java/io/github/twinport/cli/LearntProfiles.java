// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.client.UploadProfile;
import io.github.twinport.sites.ServerProfileRepository;
import io.github.twinport.store.Database;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is known about servers: from the profile, which the window keeps too, and what this command has learnt. A command
 * without a profile remembers only that. Blocks until the profile is open; any thread.
 */
final class LearntProfiles implements ServerProfiles {

    private final CompletableFuture<Optional<ServerProfileRepository>> kept;
    private final Map<Login, ServerProfile> profiles = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Profiles of a database that is being opened; one that cannot be opened keeps nothing. */
    LearntProfiles(CompletableFuture<Database> database) {
        kept = database.handle((open, failure) ->
                Optional.ofNullable(open).map(used -> new ServerProfileRepository(used, Clock.systemUTC())));
    }

    /** Keeps nothing from now on, because the database is about to be closed. */
    void close() {
        closed.set(true);
    }

    private Optional<ServerProfileRepository> repository() {
        return closed.get() ? Optional.empty() : kept.join();
    }

    @Override
    public ServerProfile find(Server server, String user) {
        return profiles.computeIfAbsent(
                new Login(server, user),
                login -> repository()
                        .map(repository -> repository.find(server, user))
                        .orElse(ServerProfile.UNKNOWN));
    }

    @Override
    public void learnt(Server server, String user, ServerProfile profile) {
        profiles.put(new Login(server, user), profile);
        repository().ifPresent(repository -> repository.learnt(server, user, profile));
    }

    @Override
    public OptionalInt connectionLimit(Server server, String user) {
        return repository()
                .map(repository -> repository.connectionLimit(server, user))
                .orElse(OptionalInt.empty());
    }

    @Override
    public void learntConnectionLimit(Server server, String user, int connections) {
        repository().ifPresent(repository -> repository.learntConnectionLimit(server, user, connections));
    }

    @Override
    public UploadProfile uploads(Server server, String user) {
        return repository().map(repository -> repository.uploads(server, user)).orElse(UploadProfile.UNKNOWN);
    }

    @Override
    public void learntUploads(Server server, String user, UploadProfile profile) {
        repository().ifPresent(repository -> repository.learntUploads(server, user, profile));
    }

    private record Login(Server server, String user) {}
}
