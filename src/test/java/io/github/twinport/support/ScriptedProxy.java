// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy on a free port of 127.0.0.1 that speaks SOCKS 5 or HTTP CONNECT without a login and takes every name for
 * 127.0.0.1, so that names work which no name service knows. Any thread.
 */
public final class ScriptedProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final boolean refusing;
    private final AtomicLong carried = new AtomicLong();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile long most = Long.MAX_VALUE;
    private volatile CountDownLatch released = new CountDownLatch(0);

    private ScriptedProxy(boolean refusing) {
        this.refusing = refusing;
        try {
            listener = new ServerSocket(0, 100, Loopback.address("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("scripted-proxy").start(this::acceptAll);
    }

    /** Connects everybody with everything on this computer. */
    public static ScriptedProxy start() {
        return new ScriptedProxy(false);
    }

    /** Connects nobody. */
    public static ScriptedProxy startRefusing() {
        return new ScriptedProxy(true);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What was asked for so far: host and port, joined by a colon. */
    public List<String> targets() {
        return List.copyOf(targets);
    }

    /** How many bytes have passed in both directions so far, control and data connections together. */
    public long carried() {
        return carried.get();
    }

    /** Lets so many bytes of each connection pass in each direction, and holds back what follows. */
    public void holdAfter(long bytes) {
        released = new CountDownLatch(1);
        most = bytes;
    }

    /** Breaks all connections, and holds nothing back any more. */
    public void cutAll() {
        sockets.forEach(Loopback::closeQuietly);
        sockets.clear();
        most = Long.MAX_VALUE;
        released.countDown();
    }

    private void acceptAll() {
        while (true) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().name("scripted-proxy-client").start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int first = in.readUnsignedByte();
            if (first == 5) {
                socks(client, in);
            } else {
                http(client, in);
            }
        } catch (IOException e) {
            Loopback.closeQuietly(client);
        }
    }

    private void socks(Socket client, DataInputStream in) throws IOException {
        in.readFully(new byte[in.readUnsignedByte()]);
        OutputStream out = client.getOutputStream();
        out.write(new byte[] {5, 0});
        in.readFully(new byte[3]);
        int kind = in.readUnsignedByte();
        byte[] written = new byte[kind == 3 ? in.readUnsignedByte() : kind == 1 ? 4 : 16];
        in.readFully(written);
        String host = kind == 3
                ? new String(written, StandardCharsets.UTF_8)
                : InetAddress.getByAddress(written).getHostAddress();
        int port = in.readUnsignedShort();
        targets.add(host + ":" + port);
        if (refusing) {
            out.write(new byte[] {5, 5, 0, 1, 0, 0, 0, 0, 0, 0});
            client.close();
            return;
        }
        relay(client, port, new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
    }

    private void http(Socket client, DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder("C");
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String target = head.toString().split(" ", -1)[1];
        targets.add(target);
        if (refusing) {
            client.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.close();
            return;
        }
        relay(
                client,
                Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)),
                "HTTP/1.1 200 ok\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void relay(Socket client, int port, byte[] granted) throws IOException {
        Socket server = new Socket(Loopback.address("127.0.0.1"), port);
        sockets.add(server);
        client.getOutputStream().write(granted);
        Thread.ofVirtual().start(() -> copy(client, server));
        copy(server, client);
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long passed = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                passed += count;
                if (passed > most) {
                    released.await();
                }
                if (from.isClosed()) {
                    return;
                }
                carried.addAndGet(count);
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Loopback.closeQuietly(from);
            Loopback.closeQuietly(to);
        }
    }

    @Override
    public void close() {
        Loopback.closeQuietly(listener);
        cutAll();
    }
}
