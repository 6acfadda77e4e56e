// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** Listens on a free port of a range. */
final class PortSearch {

    private static final int BACKLOG = 4;

    private PortSearch() {}

    /**
     * Opens a listener. The search begins anywhere in the range: a port that was used a moment ago may still be known to
     * a router, and several connections search at once.
     *
     * @throws BindException when no port of the range is free
     */
    static ServerSocketChannel listen(InetAddress local, ActiveRules rules) throws IOException {
        int count = rules.lastPort() - rules.firstPort() + 1;
        int start = ThreadLocalRandom.current().nextInt(count);
        BindException failure = new BindException("no port");
        for (int i = 0; i < count; i++) {
            try {
                return bind(new InetSocketAddress(local, rules.firstPort() + (start + i) % count));
            } catch (BindException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            return listener.bind(address, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }
}
