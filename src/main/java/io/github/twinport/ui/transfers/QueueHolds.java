// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.transfer.HeldServer;
import io.github.twinport.transfer.TransferQueue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the user has paused beyond single transfers: all, or all of a server. Kept, so that the next start does not begin
 * what the user has stopped. JavaFX thread only.
 */
public final class QueueHolds {

    private final TransferQueue queue;
    private final Consumer<Boolean> keepAll;
    private final Consumer<String> keepServers;

    /** Holds of a queue, which are told whenever they change. */
    QueueHolds(TransferQueue queue, Consumer<Boolean> keepAll, Consumer<String> keepServers) {
        this.queue = queue;
        this.keepAll = keepAll;
        this.keepServers = keepServers;
    }

    /** Holds that are kept; the queue follows what is kept already. */
    public QueueHolds(Settings settings, TransferQueue queue) {
        this(queue, all -> settings.set(Setting.ALL_HELD, all), servers -> settings.set(Setting.HELD_SERVERS, servers));
        List<HeldServer> servers = settings.get(Setting.HELD_SERVERS)
                .lines()
                .map(HeldServer::of)
                .flatMap(Optional::stream)
                .toList();
        if (!servers.isEmpty()) {
            queue.hold(servers);
        }
        if (settings.get(Setting.ALL_HELD)) {
            queue.pauseAll();
        }
    }

    /** Holds the whole queue. */
    public void pauseAll() {
        queue.pauseAll();
        keepAll.accept(true);
    }

    /** Ends {@link #pauseAll}. */
    public void resumeAll() {
        queue.resumeAll();
        keepAll.accept(false);
    }

    /** Pauses the servers of transfers. */
    void pauseServers(Collection<Long> items) {
        queue.pauseServers(items);
        keepServers();
    }

    /** Resumes the servers of transfers. */
    void resumeServers(Collection<Long> items) {
        queue.resumeServers(items);
        keepServers();
    }

    /** Resumes a server. */
    void release(HeldServer server) {
        queue.release(List.of(server));
        keepServers();
    }

    private void keepServers() {
        keepServers.accept(
                queue.snapshot().heldServers().stream().map(HeldServer::text).collect(Collectors.joining("\n")));
    }
}
