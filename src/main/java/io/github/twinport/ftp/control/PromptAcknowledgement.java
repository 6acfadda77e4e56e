// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * Has the system acknowledge replies at once. A server that collects short packets (Nagle's algorithm; Apache FtpServer,
 * inetutils and others) sends the second of two replies, 226 behind 150, only when the first one was acknowledged, and
 * the system would wait 40 ms for something to send along. Only Linux can be told; elsewhere nothing happens.
 */
final class PromptAcknowledgement {

    private final SocketChannel socket;
    private final boolean supported;

    PromptAcknowledgement(SocketChannel socket) {
        this.socket = socket;
        this.supported = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    /** What has come is acknowledged now, and what comes next soon: the system forgets the wish when something is sent. */
    void give() throws IOException {
        if (supported) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}
