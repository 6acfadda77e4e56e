// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port of 127.0.0.1 that neither accepts nor refuses connections, like one behind a firewall that drops packets: its
 * queue of connections is full and nobody takes any out.
 */
public final class BlackHole implements AutoCloseable {

    private static final int MOST = 64;

    private final ServerSocket listener;
    private final List<Socket> queued = new ArrayList<>();

    /** Opens the port and fills its queue. */
    public BlackHole() {
        try {
            listener = new ServerSocket(0, 1, Loopback.address("127.0.0.1"));
            while (connects()) {
                if (queued.size() > MOST) {
                    throw new AssertionError("the queue of connections does not fill");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port. */
    public int port() {
        return listener.getLocalPort();
    }

    private boolean connects() throws IOException {
        var socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(new InetSocketAddress(listener.getInetAddress(), port()), 200);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        queued.forEach(Loopback::closeQuietly);
        Loopback.closeQuietly(listener);
    }
}
