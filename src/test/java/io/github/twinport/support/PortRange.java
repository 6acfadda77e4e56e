// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hundred ports of one loopback address for one server: the first is held on 127.0.0.1 as a sign for other fixtures,
 * also in other processes, that the range is taken; the second stays free for active data connections, which come from
 * the port below that of the control connection (RFC 959, 3.2); the third is for the control connection, the others are
 * for passive data connections. All lie below those that Linux hands out to outgoing connections.
 */
final class PortRange implements AutoCloseable {

    private static final int SIZE = 100;
    private static final int FIRST = 20_000;
    private static final int LAST = 31_900;

    private final ServerSocket sign;

    private PortRange(ServerSocket sign) {
        this.sign = sign;
    }

    /**
     * Ports that are free on 127.0.0.1 and on the address itself.
     *
     * @param host the literal address that the server listens on
     */
    static PortRange reserve(String host) {
        for (int first = FIRST; first <= LAST; first += SIZE) {
            PortRange range = reserveAt(host, first);
            if (range != null) {
                return range;
            }
        }
        throw new AssertionError("no range of free ports between " + FIRST + " and " + LAST);
    }

    private static @Nullable PortRange reserveAt(String host, int first) {
        try {
            ServerSocket sign = new ServerSocket(first, 1, Loopback.address("127.0.0.1"));
            if (allFree("127.0.0.1", first + 1, first + SIZE - 1)
                    && (host.equals("127.0.0.1") || allFree(host, first + 1, first + SIZE - 1))) {
                return new PortRange(sign);
            }
            sign.close();
            return null;
        } catch (IOException e) {
            return null; // taken by another fixture
        }
    }

    int control() {
        return sign.getLocalPort() + 2;
    }

    int firstPassive() {
        return sign.getLocalPort() + 3;
    }

    int lastPassive() {
        return sign.getLocalPort() + SIZE - 1;
    }

    private static boolean allFree(String host, int first, int last) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = first; port <= last; port++) {
                held.add(new ServerSocket(port, 1, Loopback.address(host)));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            held.forEach(Loopback::closeQuietly);
        }
    }

    @Override
    public void close() {
        Loopback.closeQuietly(sign);
    }
}
