// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.session.Session;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of a server, over the session that browses it. Each call waits for its turn on the session's lane. */
public final class RemotePaneFiles implements PaneFiles {

    private final Session session;

    /** Files of the server that the session is for; the session stays the caller's to close. */
    public RemotePaneFiles(Session session) {
        this.session = session;
    }

    @Override
    public Side side() {
        return Side.REMOTE;
    }

    @Override
    public CompletableFuture<Location> start() {
        return session.submit(client -> new RemoteFolder(client.startFolder()));
    }

    @Override
    public Location locate(String text, @Nullable Location base) {
        String path = text.strip();
        return new RemoteFolder(base == null ? RemotePath.of(path) : path(base).resolve(path));
    }

    @Override
    public CompletableFuture<Listing> list(Location folder, Consumer<List<Entry>> batches) {
        RemotePath path = path(folder);
        return session.submit(client -> client.list(path, batches));
    }

    @Override
    public CompletableFuture<?> makeFolder(Location folder, String name) {
        RemotePath path = path(folder).child(name);
        return session.submit(client -> {
            client.makeFolder(path);
            return path;
        });
    }

    @Override
    public CompletableFuture<?> rename(Location folder, String from, String to) {
        RemotePath source = path(folder).child(from);
        RemotePath target = path(folder).child(to);
        return session.submit(client -> {
            client.rename(source, target);
            return target;
        });
    }

    @Override
    public CompletableFuture<?> delete(Location folder, List<Entry> entries) {
        return session.submit(new RemoteDeletion(path(folder), entries));
    }

    private static RemotePath path(Location folder) {
        return switch (folder) {
            case RemoteFolder remote -> remote.path();
            case Location.LocalFolder local -> throw new IllegalArgumentException("no folder of a server: " + local);
        };
    }
}
