// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The few things that all fixtures do with sockets on the loopback interface. */
final class Loopback {

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
        return freePort("127.0.0.1");
    }

    /** The same on another loopback address. */
    static int freePort(String host) {
        try (var socket = new ServerSocket(0, 1, address(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
