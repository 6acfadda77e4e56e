// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.control.Watchdog.Watch;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Waits for bytes on a blocking socket without closing it when none come. Used by the lane thread only. */
final class Arrival {

    private final SocketChannel socket;
    private final Watchdog watchdog;

    Arrival(SocketChannel socket, Watchdog watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /**
     * Whether bytes, or the end of the connection, come within the limit.
     *
     * @throws FtpException when the wait was cancelled or the socket failed
     */
    boolean within(Duration limit) throws FtpException {
        try {
            return arrives(limit);
        } catch (FtpException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectionLost(Phase.REPLY, e);
        }
    }

    private boolean arrives(Duration limit) throws IOException {
        boolean arrived;
        try (Selector selector = Selector.open();
                Watch watch = watchdog.watch(Phase.REPLY, selector)) {
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            try {
                arrived = selector.select(Math.max(1, limit.toMillis())) > 0;
            } catch (ClosedSelectorException e) {
                throw watchdog.explain(watch, new IOException("the wait was ended", e));
            }
            if (!selector.isOpen()) {
                throw watchdog.explain(watch, new IOException("the wait was ended"));
            }
        }
        // Only now is the socket registered nowhere, which blocking mode demands.
        socket.configureBlocking(true);
        return arrived;
    }
}
