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

/** Waits for the one data connection that the server opens in active mode. */
final class ActiveListener implements Closeable {

    private final ServerSocketChannel listener;
    private final InetAddress server;
    private final ProtocolLog log;

    /**
     * Listens on a free port of the given address.
     *
     * @param local the control connection's own address: the one the server is known to reach
     * @param server the only address from which a connection is accepted
     */
    ActiveListener(InetAddress local, InetAddress server, ProtocolLog log) throws IOException {
        this.server = server;
        this.log = log;
        this.listener = ServerSocketChannel.open();
        try {
            listener.bind(new InetSocketAddress(local, 0), 4);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /** EPRT (RFC 2428), for IPv4 and IPv6. */
    Command extendedPort() throws IOException {
        InetSocketAddress here = (InetSocketAddress) listener.getLocalAddress();
        String address = withoutScope(here.getAddress());
        int family = here.getAddress() instanceof Inet4Address ? 1 : 2;
        return Command.of("EPRT", "|" + family + "|" + address + "|" + here.getPort() + "|");
    }

    /** PORT (RFC 959), for IPv4 only. */
    Command port() throws IOException {
        InetSocketAddress here = (InetSocketAddress) listener.getLocalAddress();
        String numbers = here.getAddress().getHostAddress().replace('.', ',');
        return Command.of("PORT", numbers + "," + (here.getPort() >> 8) + "," + (here.getPort() & 0xFF));
    }

    private static String withoutScope(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** Waits for the server's connection, from port 20 or any other; connections from elsewhere are closed. */
    SocketChannel accept() throws IOException {
        while (true) {
            SocketChannel socket = listener.accept();
            InetAddress peer = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
            if (peer.equals(server)) {
                return socket;
            }
            log.note("data connection from " + peer.getHostAddress() + " refused: it is not the server");
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
