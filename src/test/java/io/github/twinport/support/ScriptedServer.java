// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSession;

/**
 * An FTP server that does byte for byte what a test tells it: answers, stalls, cuts and lies.
 *
 * <pre>{@code
 * try (var server = ScriptedServer.start(s -> s.send("220 hi")
 *         .expect("USER anonymous").send("331 your address")
 *         .expectPrefix("PASS ").send("230 in")
 *         .extendedPassive()
 *         .expect("RETR a").send("150 coming")
 *         .data(d -> d.send("hello"))
 *         .send("226 done"))) {
 *     ... connect to server.host(), server.port() ...
 *     server.assertFinished();
 * }
 * }</pre>
 *
 * <p>Every wait of a script is bounded by {@link #PATIENCE}. A command that the script does not expect, a wait that
 * takes too long and anything thrown by the script is a failure: {@link #assertFinished()} and {@link #close()} throw
 * it together with the transcript. When a script has ended its connection stays open: {@code QUIT} is answered with
 * 221, the client's close is accepted, any other command is a failure.
 *
 * <p>All methods may be called from any thread.
 */
public final class ScriptedServer implements AutoCloseable {

    /** How long a script or an assertion waits at most for one thing. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket listener;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
    private final List<Script> scripts;
    private final boolean repeat;
    private volatile boolean closed;

    private ScriptedServer(InetAddress address, List<Script> scripts, boolean repeat) {
        this.scripts = scripts;
        this.repeat = repeat;
        try {
            listener = new ServerSocket();
            listener.bind(new InetSocketAddress(address, 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("scripted-server").start(this::acceptAll);
    }

    /** Listens on a free port of 127.0.0.1; the first connection gets the first script, and so on. */
    public static ScriptedServer start(Script... scripts) {
        return startOn("127.0.0.1", scripts);
    }

    /** Listens on a free port of 127.0.0.1; every connection gets the same script. */
    public static ScriptedServer startForEach(Script script) {
        return new ScriptedServer(Loopback.address("127.0.0.1"), List.of(script), true);
    }

    /** Like {@link #start} on another literal loopback address, for instance {@code ::1}. */
    public static ScriptedServer startOn(String address, Script... scripts) {
        return new ScriptedServer(Loopback.address(address), List.of(scripts), false);
    }

    /** The literal address that the server listens on. */
    public String host() {
        return Loopback.literal(listener.getInetAddress());
    }

    /** The port of the control connection. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many control connections were made so far. */
    public int connections() {
        return conversations.size();
    }

    /** All command lines received so far, without line ends, connection after connection. */
    public List<String> commands() {
        return conversations.stream().flatMap(c -> c.commands().stream()).toList();
    }

    /** The command lines of one control connection, counted from 0. */
    public List<String> commands(int connection) {
        return conversations.get(connection).commands();
    }

    /** What data connections delivered to {@link ScriptedData#receive()}, in order. */
    public List<byte[]> received() {
        return conversations.stream().flatMap(c -> c.received().stream()).toList();
    }

    /**
     * The TLS sessions of all handshakes so far, control and data, in order per connection. In TLS 1.2 a resumed session
     * has the id of its original; in TLS 1.3 nothing here tells.
     */
    public List<SSLSession> tlsSessions() {
        return conversations.stream().flatMap(c -> c.tlsSessions().stream()).toList();
    }

    /** Waits until a command line that starts with the given text was received. */
    public void awaitCommand(String prefix) {
        await("a command " + prefix, () -> commands().stream().anyMatch(c -> c.startsWith(prefix)));
    }

    /** Waits until that many control connections were made. */
    public void awaitConnections(int count) {
        await(count + " connections", () -> connections() >= count);
    }

    /** Waits until the client has closed every control connection, or the script has. */
    public void awaitDisconnected() {
        await("the end of all connections", () -> conversations.stream().allMatch(Conversation::isOver));
    }

    /** Waits until every script has run to its end; throws the first failure of any script. */
    public void assertFinished() {
        await(
                "all scripts to finish",
                () -> (repeat || connections() >= scripts.size())
                        && conversations.stream().allMatch(Conversation::isFinished));
        throwFailure();
    }

    /** Breaks every connection off and stops listening: what a dying server machine looks like. */
    public void cut() {
        closed = true;
        Loopback.closeQuietly(listener);
        conversations.forEach(Conversation::cut);
    }

    /** Closes everything. Throws the first failure of any script that happened before. */
    @Override
    public void close() {
        var before = closed;
        closed = true;
        Loopback.closeQuietly(listener);
        conversations.forEach(Conversation::abandon);
        if (!before) {
            throwFailure();
        }
    }

    private void acceptAll() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                var conversation = new Conversation(socket, scriptFor(conversations.size()));
                conversations.add(conversation);
                if (closed) {
                    conversation.abandon();
                }
                Thread.ofVirtual().name("scripted-connection").start(conversation);
            } catch (IOException e) {
                return; // the listener was closed
            }
        }
    }

    private Script scriptFor(int connection) {
        if (repeat) {
            return scripts.getFirst();
        }
        if (connection < scripts.size()) {
            return scripts.get(connection);
        }
        return conversation -> {
            throw new AssertionError("a connection more than the " + scripts.size() + " that have a script");
        };
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            throwFailure();
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what + "\n" + transcript());
            }
            Loopback.pause();
        }
    }

    private void throwFailure() {
        for (Conversation conversation : conversations) {
            Throwable failure = conversation.failure();
            if (failure != null) {
                throw new AssertionError("script failed: " + failure.getMessage() + "\n" + transcript(), failure);
            }
        }
    }

    private String transcript() {
        var text = new StringBuilder("transcript:\n");
        for (int i = 0; i < conversations.size(); i++) {
            for (String line : conversations.get(i).transcript()) {
                text.append("  [").append(i).append("] ").append(line).append('\n');
            }
        }
        return text.toString();
    }
}
