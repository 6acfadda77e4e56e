// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.control.Watchdog.Watch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the first of several addresses that answers (Happy Eyeballs, RFC 8305): each further one is begun a quarter
 * of a second after the one before or as soon as that has failed, the first connection wins and the others are closed.
 * All sockets belong to the lane thread; the watchdog closes the selector they wait on, never a socket, so that none is
 * left open whatever happens. Used once.
 */
public final class ConnectRace {

    /** How long one address may be alone ahead (RFC 8305, 5: 250 milliseconds are recommended). */
    static final Duration STAGGER = Duration.ofMillis(250);

    private final Deque<InetSocketAddress> waiting;
    private final Watchdog watchdog;
    private final ProtocolLog log;
    private final SocketMaker sockets;
    private final List<SocketChannel> running = new ArrayList<>();
    private @Nullable IOException failure;
    private long nextStart;

    /** A race between addresses, the ones to prefer first. */
    public ConnectRace(List<InetSocketAddress> addresses, Watchdog watchdog, ProtocolLog log) {
        this(addresses, watchdog, log, SocketChannel::open);
    }

    ConnectRace(List<InetSocketAddress> addresses, Watchdog watchdog, ProtocolLog log, SocketMaker sockets) {
        this.waiting = new ArrayDeque<>(addresses);
        this.watchdog = watchdog;
        this.log = log;
        this.sockets = sockets;
    }

    /**
     * Runs the race.
     *
     * @param name what is connected to, for failures
     * @return a connected channel in blocking mode
     * @throws FtpException when no address can be reached or the limit of {@link Phase#CONNECT} passes, which begins anew
     *     with each address; nothing is left open then
     */
    public SocketChannel connect(String name) throws FtpException {
        SocketChannel winner = null;
        try {
            winner = watched();
            winner.configureBlocking(true);
            winner.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Probes.enable(winner);
            running.remove(winner);
            return winner;
        } catch (FtpException e) {
            throw e instanceof ConnectionLost ? new Unreachable(name, Phase.CONNECT, e.getCause()) : e;
        } catch (IOException e) {
            throw new Unreachable(name, Phase.CONNECT, e);
        } finally {
            running.forEach(this::close);
        }
    }

    private SocketChannel watched() throws IOException {
        try (Selector selector = Selector.open();
                Watch watch = watchdog.watch(Phase.CONNECT, selector)) {
            try {
                return race(selector, watch);
            } catch (ClosedSelectorException e) {
                throw watchdog.explain(watch, new IOException("the attempt was ended", e));
            } catch (IOException e) {
                throw watchdog.explain(watch, e);
            }
        }
    }

    private SocketChannel race(Selector selector, Watch watch) throws IOException {
        while (true) {
            SocketChannel winner = null;
            if (!waiting.isEmpty() && (running.isEmpty() || System.nanoTime() - nextStart >= 0)) {
                watch.progress();
                winner = begin(waiting.remove(), selector);
            } else if (running.isEmpty()) {
                throw failure == null ? new IOException("no address") : failure;
            } else {
                selector.select(waiting.isEmpty() ? 0 : millisecondsToNextStart());
                winner = finish(selector);
            }
            if (winner != null) {
                return winner;
            }
        }
    }

    private long millisecondsToNextStart() {
        return Math.max(1, Duration.ofNanos(nextStart - System.nanoTime()).toMillis());
    }

    private @Nullable SocketChannel begin(InetSocketAddress address, Selector selector) throws IOException {
        log.note("connecting to " + text(address));
        nextStart = System.nanoTime() + STAGGER.toNanos();
        SocketChannel socket = sockets.open();
        running.add(socket);
        socket.configureBlocking(false);
        try {
            if (socket.connect(address)) {
                return socket;
            }
        } catch (IOException e) {
            failed(socket, address, e);
            return null;
        }
        socket.register(selector, SelectionKey.OP_CONNECT, address);
        return null;
    }

    private @Nullable SocketChannel finish(Selector selector) {
        for (SelectionKey key : selector.selectedKeys()) {
            SocketChannel socket = (SocketChannel) key.channel();
            try {
                if (socket.finishConnect()) {
                    return socket;
                }
            } catch (IOException e) {
                failed(socket, (InetSocketAddress) key.attachment(), e);
            }
        }
        selector.selectedKeys().clear();
        return null;
    }

    private void failed(SocketChannel socket, InetSocketAddress address, IOException cause) {
        log.failure(text(address) + ": " + cause.getMessage());
        failure = cause;
        nextStart = System.nanoTime();
        running.remove(socket);
        close(socket);
    }

    private void close(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.note("closing: " + e.getMessage());
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    /** Opens unconnected sockets. */
    @FunctionalInterface
    interface SocketMaker {
        SocketChannel open() throws IOException;
    }
}
