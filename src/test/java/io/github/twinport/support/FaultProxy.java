// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on a free port of 127.0.0.1 in front of one port of a server, that delays, cuts, stalls or refuses. Made
 * for control connections: data connections go to the ports that the server names, past the proxy.
 *
 * <p>Faults can be set at any time from any thread and hold for open and new connections alike.
 */
public final class FaultProxy implements AutoCloseable {

    /** How a connection is cut: with a reset, or with an orderly end of TCP. */
    public enum Cut {
        RESET,
        END
    }

    private record Limit(AtomicLong bytesLeft, Cut cut) {}

    private record Piece(ByteBuffer bytes, long due) {}

    private final Thread acceptor;
    private final ServerSocket listener;
    private final String targetHost;
    private final int targetPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Duration toServer = Duration.ZERO;
    private volatile Duration toClient = Duration.ZERO;
    private volatile @Nullable Limit limit;
    private volatile CountDownLatch flowing = new CountDownLatch(0);
    private volatile boolean refusing;

    private FaultProxy(String targetHost, int targetPort) {
        this.targetHost = targetHost;
        this.targetPort = targetPort;
        try {
            listener = new ServerSocket(0, 100, Loopback.address("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().name("fault-proxy").unstarted(this::acceptAll);
        acceptor.start();
    }

    /** Starts a proxy for the server at this literal address and port, without any fault yet. */
    public static FaultProxy before(String host, int port) {
        return new FaultProxy(host, port);
    }

    /** The literal address that the proxy listens on. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port that the proxy listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Lets every byte arrive that much later, in each direction. */
    public FaultProxy delay(Duration eachWay) {
        return delay(eachWay, eachWay);
    }

    /** Lets every byte arrive that much later. */
    public FaultProxy delay(Duration clientToServer, Duration serverToClient) {
        toServer = clientToServer;
        toClient = serverToClient;
        return this;
    }

    /** Cuts all connections once the server has sent that many further bytes, counted over all of them. */
    public FaultProxy cutAfter(long bytes, Cut cut) {
        limit = new Limit(new AtomicLong(bytes), cut);
        return this;
    }

    /** Cuts all connections now. New ones go on as if nothing had happened. */
    public void cutNow(Cut cut) {
        for (Socket socket : sockets) {
            if (cut == Cut.RESET) {
                Loopback.reset(socket);
            } else {
                Loopback.closeQuietly(socket);
            }
        }
        sockets.clear();
    }

    /** Lets nothing pass any more in any direction, without closing anything. */
    public void stall() {
        flowing = new CountDownLatch(1);
    }

    /** Lets pass what {@link #stall} has held back. */
    public void flow() {
        flowing.countDown();
    }

    /** Whether new connections are broken off at once, which a client sees as a reset or an end before any greeting. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Stops listening, so that new connections are refused by the system; open ones go on. */
    public void stopListening() {
        Loopback.closeQuietly(listener);
        try {
            // The system takes connections as long as the accepting thread has not left its call.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopListening();
        flow();
        cutNow(Cut.END);
    }

    private void acceptAll() {
        while (true) {
            Socket client;
            try {
                client = listener.accept();
            } catch (IOException e) {
                return; // the listener was closed
            }
            if (refusing) {
                Loopback.reset(client);
                continue;
            }
            try {
                var server = new Socket(Loopback.address(targetHost), targetPort);
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                relay(client, server, true);
                relay(server, client, false);
            } catch (IOException e) {
                Loopback.reset(client);
            }
        }
    }

    /** One thread reads and stamps, another delivers when the time has come, so that a delay costs no throughput. */
    private void relay(Socket from, Socket to, boolean towardsServer) {
        var underway = new LinkedBlockingQueue<Piece>();
        Thread.ofVirtual().name("fault-proxy-reader").start(() -> read(from, underway, towardsServer));
        Thread.ofVirtual().name("fault-proxy-writer").start(() -> deliver(underway, to, towardsServer));
    }

    private void read(Socket from, LinkedBlockingQueue<Piece> underway, boolean towardsServer) {
        byte[] buffer = new byte[8 * 1024];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Duration delay = towardsServer ? toServer : toClient;
                underway.add(
                        new Piece(ByteBuffer.wrap(Arrays.copyOf(buffer, count)), System.nanoTime() + delay.toNanos()));
            }
        } catch (IOException e) {
            // the connection ended, one way or the other
        }
        underway.add(new Piece(ByteBuffer.allocate(0), System.nanoTime()));
    }

    private void deliver(LinkedBlockingQueue<Piece> underway, Socket to, boolean towardsServer) {
        try {
            OutputStream out = to.getOutputStream();
            for (Piece piece = underway.take(); piece.bytes().hasRemaining(); piece = underway.take()) {
                long wait = piece.due() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                flowing.await();
                Limit current = limit;
                if (towardsServer || current == null) {
                    out.write(piece.bytes().array());
                } else if (!writeWithin(current, out, piece.bytes().array())) {
                    limit = null;
                    cutNow(current.cut());
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // the connection ended, one way or the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what the limit allows; false when the limit is reached. */
    private static boolean writeWithin(Limit limit, OutputStream out, byte[] bytes) throws IOException {
        long left = limit.bytesLeft().getAndAdd(-bytes.length);
        out.write(bytes, 0, Math.clamp(left, 0, bytes.length));
        return left > bytes.length;
    }
}
