// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.control.Watchdog.Watch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up host names in a way that can be cancelled and has a limit: the system's name service knows neither. A lookup
 * that nobody waits for any more ends by itself on a thread of its own. Belongs to the lane thread.
 */
public final class NameLookup {

    private final Watchdog watchdog;
    private final ProtocolLog log;
    private final NameService service;

    /** Asks the system's name service. */
    public NameLookup(Watchdog watchdog, ProtocolLog log) {
        this(watchdog, log, HostName::resolve);
    }

    NameLookup(Watchdog watchdog, ProtocolLog log, NameService service) {
        this.watchdog = watchdog;
        this.log = log;
        this.service = service;
    }

    /**
     * Looks up a host.
     *
     * @return its addresses in the order in which they are to be tried
     * @throws UnknownHost when it has none
     * @throws FtpException when the limit of {@link Phase#RESOLVE} passes or somebody cancels
     */
    public List<InetSocketAddress> resolve(String host, int port) throws FtpException {
        CompletableFuture<List<InetSocketAddress>> found = new CompletableFuture<>();
        // A platform thread: the system's lookup would hold up one of the few threads that carry virtual ones.
        Thread.ofPlatform().daemon().name("lookup " + host).start(() -> look(host, port, found));
        try (Watch watch = watchdog.watch(
                Phase.RESOLVE, () -> found.completeExceptionally(new IOException("the lookup was given up")))) {
            try {
                return found.join();
            } catch (CompletionException e) {
                throw explained(watch, e.getCause());
            }
        } catch (UnknownHost e) {
            log.failure("no address for " + host);
            throw e;
        }
    }

    private FtpException explained(Watch watch, @Nullable Throwable cause) {
        return cause instanceof IOException failure
                ? watchdog.explain(watch, failure)
                : new ConnectionLost(Phase.RESOLVE, cause);
    }

    private void look(String host, int port, CompletableFuture<List<InetSocketAddress>> found) {
        try {
            found.complete(service.resolve(host, port));
        } catch (IOException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    /** Knows the addresses of hosts. */
    @FunctionalInterface
    interface NameService {
        List<InetSocketAddress> resolve(String host, int port) throws IOException;
    }
}
