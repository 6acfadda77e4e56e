// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ProtocolLog;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Waits for the one data connection that the server opens in active mode. */
final class ActiveListener implements Closeable {

    private final ServerSocketChannel listener;
    private final InetAddress announced;
    private final InetAddress server;
    private final ProtocolLog log;
    private @Nullable SocketChannel accepted;

    /**
     * Listens on a free port of the given address.
     *
     * @param local the control connection's own address: the one the server is known to reach
     * @param server the only address from which a connection is accepted
     * @throws IOException when no port that the rules allow is free
     */
    ActiveListener(InetAddress local, InetAddress server, ActiveRules rules, ProtocolLog log) throws IOException {
        this.announced = rules.announced(local, server);
        this.server = server;
        this.log = log;
        this.listener = PortSearch.listen(local, rules);
    }

    /** EPRT (RFC 2428), for IPv4 and IPv6. */
    Command extendedPort() throws IOException {
        int family = announced instanceof Inet4Address ? 1 : 2;
        return Command.of("EPRT", "|" + family + "|" + AddressText.of(announced) + "|" + port() + "|");
    }

    /** PORT (RFC 959), for IPv4 only. */
    Command plainPort() throws IOException {
        String numbers = announced.getHostAddress().replace('.', ',');
        return Command.of("PORT", numbers + "," + (port() >> 8) + "," + (port() & 0xFF));
    }

    private int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /** Whether the server has connected by now, which {@link #accept} would show. */
    boolean hasConnection() throws IOException {
        listener.configureBlocking(false);
        try {
            while (accepted == null) {
                SocketChannel socket = listener.accept();
                if (socket == null) {
                    return false;
                }
                accepted = admitted(socket);
            }
            return true;
        } finally {
            listener.configureBlocking(true);
        }
    }

    /** Waits for the server's connection, from port 20 or any other; connections from elsewhere are closed. */
    SocketChannel accept() throws IOException {
        SocketChannel socket = accepted;
        while (socket == null) {
            socket = admitted(listener.accept());
        }
        accepted = null;
        return socket;
    }

    private @Nullable SocketChannel admitted(SocketChannel socket) throws IOException {
        InetAddress peer = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
        if (peer.equals(server)) {
            return socket;
        }
        log.note("data connection from " + peer.getHostAddress() + " refused: it is not the server");
        socket.close();
        return null;
    }

    /** Closes the port, and a connection that nobody has accepted. */
    @Override
    public void close() throws IOException {
        listener.close();
        SocketChannel unused = accepted;
        if (unused != null) {
            unused.close();
        }
    }
}
