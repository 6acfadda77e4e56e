// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** One relayed connection: a client's socket and a server's. Any thread. */
final class Link {

    private final Socket client;
    private final Socket server;
    private final AtomicInteger directions = new AtomicInteger(2);

    Link(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /** Resets a connection, so that the other side sees no orderly end. */
    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
    }

    /** Resets both sides. */
    void reset() {
        reset(client);
        reset(server);
    }

    /** Reads what the client still sends, and passes nothing on. */
    void drain() throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Passes nothing any more in any direction until the client gives up. */
    void awaitClient() throws IOException {
        drain();
        reset();
    }

    /** Notes that one direction has ended; both sockets are closed with the second one. */
    boolean ended() {
        if (directions.decrementAndGet() > 0) {
            return false;
        }
        try (client;
                server) {
            return true;
        } catch (IOException e) {
            return true;
        }
    }
}
