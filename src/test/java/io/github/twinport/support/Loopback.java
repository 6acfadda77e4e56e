// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The few things that all fixtures do with sockets on the loopback interface. */
final class Loopback {

    /** Below the range that Linux hands out to outgoing connections, so that none of them takes a port away. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private Loopback() {}

    static InetAddress address(String literal) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("not a literal address: " + literal, e);
        }
    }

    static String literal(InetAddress address) {
        return address.isLoopbackAddress() && address.getAddress().length == 16 ? "::1" : address.getHostAddress();
    }

    /** A free port at this moment. Somebody else may take it before it is used. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, address("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of that many free ports in a row, at this moment. */
    static int freePorts(int count) {
        int start = FIRST_PORT + (int) (ProcessHandle.current().pid() % 40) * 100;
        for (int first = start; first + count < LAST_PORT; first += count) {
            if (allFree(first, count)) {
                return first;
            }
        }
        throw new AssertionError("no " + count + " free ports in a row from " + start);
    }

    private static boolean allFree(int first, int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = first; port < first + count; port++) {
                held.add(new ServerSocket(port, 1, address("127.0.0.1")));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            held.forEach(Loopback::closeQuietly);
        }
    }

    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address("127.0.0.1"), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes so that the other side sees a reset instead of an end. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // already closed: nothing left to reset
        }
        closeQuietly(socket);
    }

    static void closeQuietly(@Nullable Closeable closeable) {
        if (closeable != null) {
            try {
                closeable.close();
            } catch (IOException e) {
                // it is closed either way
            }
        }
    }

    /** The pace at which fixtures look again whether a condition holds. */
    static void pause() {
        LockSupport.parkNanos(5_000_000);
    }
}
