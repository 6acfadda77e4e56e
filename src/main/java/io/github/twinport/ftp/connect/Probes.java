// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * TCP's own probes of a silent connection. They begin after two hours on most systems; after one minute they keep the
 * routers on the way from forgetting a control connection whose transfer takes long, without a word to the server.
 */
final class Probes {

    private static final int IDLE_SECONDS = 60;

    private Probes() {}

    /** Turns them on as far as this system lets us. */
    static void enable(SocketChannel socket) throws IOException {
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
        }
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPINTERVAL)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, IDLE_SECONDS);
        }
    }
}
