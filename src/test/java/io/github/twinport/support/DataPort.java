// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Where the data connections of a {@link Conversation} come from: its own listener, or the client's PORT or EPRT. */
final class DataPort {

    private static final int PATIENCE = (int) ScriptedServer.PATIENCE.toMillis();

    private final InetAddress local;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile @Nullable ServerSocket listener;
    private @Nullable InetSocketAddress activeTarget;

    DataPort(InetAddress local) {
        this.local = local;
    }

    /** Listens on a fresh port, from now on in passive mode. */
    int listen() {
        stopListening();
        activeTarget = null;
        try {
            var fresh = new ServerSocket(0, 10, local);
            listener = fresh;
            return fresh.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stopListening() {
        Loopback.closeQuietly(listener);
        listener = null;
    }

    /** Learns from a command line whether and where to connect back. */
    void note(String line) {
        if (line.startsWith("PORT ")) {
            String[] f = line.substring(5).split(",", -1);
            InetAddress address = Loopback.address(f[0] + "." + f[1] + "." + f[2] + "." + f[3]);
            activeTarget = new InetSocketAddress(address, Integer.parseInt(f[4]) * 256 + Integer.parseInt(f[5]));
        } else if (line.startsWith("EPRT ")) {
            String[] f = line.substring(6).split("\\" + line.charAt(5), -1);
            activeTarget = new InetSocketAddress(Loopback.address(f[1]), Integer.parseInt(f[2]));
        }
    }

    @Nullable
    InetSocketAddress activeTarget() {
        return activeTarget;
    }

    /** Connects back, or accepts. */
    Socket open() {
        try {
            InetSocketAddress target = activeTarget;
            Socket socket = target == null ? accept(PATIENCE) : connect(target);
            sockets.add(socket);
            socket.setSoTimeout(PATIENCE);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("no data connection: " + e.getMessage(), e);
        }
    }

    /** Whether the client has connected to the listener, which takes the connection away. */
    boolean wasConnected() {
        try {
            Loopback.closeQuietly(accept(1));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket accept(int patience) throws IOException {
        ServerSocket current = listener;
        if (current == null) {
            throw new AssertionError("no PASV, EPSV, PORT or EPRT before the data connection");
        }
        current.setSoTimeout(patience);
        return current.accept();
    }

    private Socket connect(InetSocketAddress target) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(local, 0));
        socket.connect(target, PATIENCE);
        return socket;
    }

    void resetAll() {
        stopListening();
        sockets.forEach(Loopback::reset);
    }

    void closeAll() {
        stopListening();
        sockets.forEach(Loopback::closeQuietly);
    }
}
