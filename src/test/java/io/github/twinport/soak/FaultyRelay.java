// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.soak.Faults.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Passes connections to one port of 127.0.0.1 on to the same port of the server's address, some of them badly. Because
 * the port is the same, passive data connections go through it too, also those whose replies nobody can read.
 */
final class FaultyRelay implements AutoCloseable {

    /** Where the client connects. */
    static final String HOST = "127.0.0.1";

    /** Where the server listens. */
    static final String SERVER = "127.0.0.2";

    private static final int MOST_CONTROL = 20_000;
    private static final int MOST_DATA = 4_000_000;
    private static final long SILENCE_MILLIS = 300;
    private static final List<Fault> CONTROL = List.of(Fault.NOT_LISTENING, Fault.CONTROL_RESET, Fault.CONTROL_CUT);
    private static final List<Fault> DATA =
            List.of(Fault.DATA_RESET, Fault.DATA_CUT, Fault.DATA_CUT, Fault.DATA_SHORTENED, Fault.DATA_STALLED);

    private final Faults faults;
    private final List<Fault> possible;
    private final int most;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile boolean closed;

    private FaultyRelay(Faults faults, List<Fault> possible, int most) throws IOException {
        this.faults = faults;
        this.possible = possible;
        this.most = most;
        listener = listen(0);
        port = listener.getLocalPort();
        Thread.ofVirtual().start(this::acceptAll);
    }

    /** Relays control connections, on a port that is free on both addresses. */
    static FaultyRelay control(Faults faults) throws IOException {
        return new FaultyRelay(faults, CONTROL, MOST_CONTROL);
    }

    /** Relays data connections, on a port that is free on both addresses. */
    static FaultyRelay data(Faults faults) throws IOException {
        return new FaultyRelay(faults, DATA, MOST_DATA);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        closed = true;
        close(listener);
        links.forEach(Link::reset);
    }

    private static ServerSocket listen(int port) throws IOException {
        while (true) {
            ServerSocket socket = new ServerSocket(port, 100, InetAddress.ofLiteral(HOST));
            try (ServerSocket other = new ServerSocket()) {
                if (port == 0) {
                    other.bind(new InetSocketAddress(InetAddress.ofLiteral(SERVER), socket.getLocalPort()));
                }
                return socket;
            } catch (IOException e) {
                close(socket);
            }
        }
    }

    private void pauseListening() throws InterruptedException {
        close(listener);
        do {
            Thread.sleep(SILENCE_MILLIS);
        } while (!closed && !isListeningAgain());
        if (closed) {
            close(listener);
        }
    }

    /** Somebody else may have the port for a moment, as that of an outgoing connection. */
    private boolean isListeningAgain() {
        try {
            listener = listen(port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = listener.accept();
                Fault fault = faults.next(possible).orElse(null);
                if (fault == Fault.NOT_LISTENING) {
                    faults.happened(fault);
                    Link.reset(client);
                    pauseListening();
                } else if (fault == Fault.CONTROL_RESET || fault == Fault.DATA_RESET) {
                    faults.happened(fault);
                    Link.reset(client);
                } else {
                    relay(client, fault);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Socket client, @Nullable Fault fault) {
        try {
            Socket server = new Socket(InetAddress.ofLiteral(SERVER), port);
            Link link = new Link(client, server);
            links.add(link);
            long offset = fault == null ? Long.MAX_VALUE : faults.offset(most);
            Thread.ofVirtual().start(() -> copy(link, client, server, fault, offset));
            // The server's bytes end only by a reset: an orderly end of a listing would be a lie nobody can see.
            Fault back = fault == Fault.DATA_SHORTENED ? null : fault;
            Thread.ofVirtual().start(() -> copy(link, server, client, back, offset));
        } catch (IOException e) {
            Link.reset(client);
        }
    }

    private void copy(Link link, Socket from, Socket to, @Nullable Fault fault, long offset) {
        byte[] buffer = new byte[16 * 1024];
        long left = fault == null ? Long.MAX_VALUE : offset;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(left, count));
                left -= count;
                if (left <= 0 && fault != null) {
                    faults.happened(fault);
                    misbehave(link, to, fault);
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            link.reset();
        } finally {
            if (link.ended()) {
                links.remove(link);
            }
        }
    }

    private static void misbehave(Link link, Socket to, Fault fault) throws IOException {
        switch (fault) {
            case DATA_SHORTENED -> {
                to.shutdownOutput();
                link.drain();
            }
            case DATA_STALLED -> link.awaitClient();
            default -> link.reset();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
