// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lets so many control connections at once through to a server: while all places are taken nobody listens, so that further
 * connections are refused.
 */
public final class NarrowGate implements AutoCloseable {

    private final String host;
    private final int target;
    private final int places;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private int taken;
    private int most;
    private boolean closed;

    /** A gate with some places before the server at a literal address and port. */
    public NarrowGate(String host, int port, int places) {
        this.host = host;
        this.target = port;
        this.places = places;
        listener = listen(0);
        accept(listener);
    }

    /** The port that is open while there is a place. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many were let in at once at most. */
    public synchronized int most() {
        return most;
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(Loopback.address("127.0.0.1"), port), 1);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().name("narrow-gate").start(() -> {
            try {
                while (true) {
                    enter(from.accept());
                }
            } catch (IOException e) {
                // All places are taken, or the gate is closed.
                return;
            }
        });
    }

    private void enter(Socket client) throws IOException {
        synchronized (this) {
            if (closed || taken >= places) {
                client.setSoLinger(true, 0);
                client.close();
                return;
            }
            taken++;
            most = Math.max(most, taken);
            if (taken >= places) {
                listener.close();
            }
        }
        Socket server = new Socket(host, target);
        sockets.add(client);
        sockets.add(server);
        relay(client, server);
        relay(server, client);
    }

    private void relay(Socket from, Socket to) {
        Thread.ofVirtual().name("narrow-gate").start(() -> {
            try (from;
                    to) {
                InputStream bytes = from.getInputStream();
                bytes.transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The end of one is the end of both.
                return;
            } finally {
                leave(from);
            }
        });
    }

    private synchronized void leave(Socket one) {
        // Both directions of a connection end; the first to do so gives the place back.
        int at = sockets.indexOf(one);
        if (at < 0) {
            return;
        }
        int first = at - at % 2;
        sockets.remove(first + 1);
        sockets.remove(first);
        taken--;
        if (!closed && listener.isClosed()) {
            listener = listen(listener.getLocalPort());
            accept(listener);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Loopback.closeQuietly(listener);
        sockets.forEach(Loopback::closeQuietly);
    }
}
