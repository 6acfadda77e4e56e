// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of one control connection, as a {@link Script} plays it. All methods are meant for the thread of the
 * script; each waits at most {@link ScriptedServer#PATIENCE} and throws what makes the test fail.
 */
public final class Conversation implements Runnable {

    private static final int PATIENCE = (int) ScriptedServer.PATIENCE.toMillis();

    private final Socket raw;
    private final Script script;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> transcript = new CopyOnWriteArrayList<>();
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<SSLSession> tlsSessions = new CopyOnWriteArrayList<>();
    private final List<Socket> dataSockets = new CopyOnWriteArrayList<>();
    private volatile Socket socket;
    private volatile @Nullable ServerSocket dataListener;
    private volatile @Nullable Throwable failure;
    private volatile boolean finished;
    private volatile boolean over;
    private volatile boolean abandoned;
    private @Nullable SSLContext tls;
    private String[] tlsProtocols = {};
    private boolean dataProtected;
    private @Nullable InetSocketAddress activeTarget;

    Conversation(Socket accepted, Script script) throws IOException {
        raw = accepted;
        socket = accepted;
        this.script = script;
        raw.setTcpNoDelay(true);
        raw.setSoTimeout(PATIENCE);
    }

    // ---- replies

    /** Sends one line and CRLF. */
    public Conversation send(String line) {
        return sendRaw(line + "\r\n");
    }

    /** Sends several lines in one write, CRLF after each. */
    public Conversation sendLines(String... lines) {
        return sendRaw(String.join("\r\n", lines) + "\r\n");
    }

    /** Sends exactly this text as UTF-8; nothing is added. */
    public Conversation sendRaw(String text) {
        return sendBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends exactly these bytes. */
    public Conversation sendBytes(byte[] bytes) {
        transcript.add("> " + printable(bytes));
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not send " + printable(bytes), e);
        }
        return this;
    }

    /** Sends exactly this text, each byte in a segment of its own. */
    public Conversation dribble(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            sendBytes(new byte[] {one});
            Loopback.pause();
        }
        return this;
    }

    // ---- commands

    /** Waits for the next command and demands that it is this one. */
    public Conversation expect(String command) {
        String line = receive();
        if (!line.equals(command)) {
            throw new AssertionError("expected command <" + command + "> but got <" + line + ">");
        }
        return this;
    }

    /** Waits for the next command and demands that it starts with this text. */
    public Conversation expectPrefix(String prefix) {
        String line = receive();
        if (!line.startsWith(prefix)) {
            throw new AssertionError("expected a command that starts with <" + prefix + "> but got <" + line + ">");
        }
        return this;
    }

    /** Waits for the client's close and demands that it comes before any other command. */
    public Conversation expectEnd() {
        String line = receiveOrEnd();
        if (line != null) {
            throw new AssertionError("expected the end of the connection but got <" + line + ">");
        }
        return this;
    }

    /** Waits for the next command and returns it without its line end. */
    public String receive() {
        String line = receiveOrEnd();
        if (line == null) {
            throw new AssertionError("the client closed the connection instead of sending a command");
        }
        return line;
    }

    /** Waits for the next command; null at the client's close. */
    public @Nullable String receiveOrEnd() {
        try {
            String line = readLine();
            transcript.add(line == null ? "< (end)" : "< " + line);
            if (line != null) {
                commands.add(line);
                note(line);
            }
            return line;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("waited in vain for a command", e);
        } catch (IOException e) {
            transcript.add("< (" + e.getMessage() + ")");
            return null;
        }
    }

    /** The last command line received. */
    public String lastCommand() {
        return commands.getLast();
    }

    /** Bytes that are not a command line, such as Telnet IP and Synch before ABOR; waits for exactly that many. */
    public byte[] receiveBytes(int count) {
        try {
            byte[] bytes = socket.getInputStream().readNBytes(count);
            transcript.add("< " + printable(bytes));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- the whole connection

    /** Greets and logs in: 220, USER, 331, PASS, 230. */
    public Conversation login() {
        return send("220 ready")
                .expectPrefix("USER ")
                .send("331 password")
                .expectPrefix("PASS ")
                .send("230 logged in");
    }

    /** Answers all further commands by a responder until the client closes or quits. */
    public Conversation respond(Responder responder) throws Exception {
        responder.answerAll(this);
        return this;
    }

    /**
     * Makes the TLS handshake on the control connection. Data connections are then protected as soon as the client has
     * sent {@code PROT P} (or from the start, see {@link #protectData}).
     */
    public Conversation startTls(SSLContext context, String... protocols) {
        tls = context;
        tlsProtocols = protocols;
        socket = handshake(raw);
        transcript.add("  (TLS)");
        return this;
    }

    /** Whether further data connections start with a TLS handshake, whatever PROT said. */
    public Conversation protectData(boolean protect) {
        dataProtected = protect;
        return this;
    }

    /** Says nothing any more until the client closes or the server is closed; commands are still recorded. */
    public Conversation stall() {
        try {
            waitWithoutLimit();
        } catch (IOException e) {
            return this; // closed already: the stall is over
        }
        while (receiveOrEnd() != null) {
            // recorded, not answered
        }
        return this;
    }

    /** Waits until the test opens the latch. */
    public Conversation await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("waited in vain for the test to go on");
        }
        return this;
    }

    /** Closes the control connection in order (with TLS: close_notify first). */
    public Conversation close() {
        transcript.add("  (closed by the server)");
        over = true;
        Loopback.closeQuietly(socket);
        return this;
    }

    /** Breaks the control connection off: the client sees a reset. */
    public Conversation reset() {
        transcript.add("  (reset by the server)");
        over = true;
        Loopback.reset(raw);
        return this;
    }

    // ---- data connections

    /** Expects EPSV and answers it with a fresh port. */
    public Conversation extendedPassive() {
        return expect("EPSV").answerExtendedPassive();
    }

    /** Expects PASV and answers it with a fresh port. */
    public Conversation passive() {
        return expect("PASV").answerPassive();
    }

    /** Answers an EPSV that was already received. */
    public Conversation answerExtendedPassive() {
        return send("229 Entering Extended Passive Mode (|||" + openDataPort() + "|)");
    }

    /** Answers a PASV that was already received. */
    public Conversation answerPassive() {
        int port = openDataPort();
        String address = raw.getLocalAddress().getHostAddress().replace('.', ',');
        return send("227 Entering Passive Mode (" + address + "," + port / 256 + "," + port % 256 + ")");
    }

    /** Listens for a data connection without saying so; the script sends whatever reply it likes. */
    public int openDataPort() {
        Loopback.closeQuietly(dataListener);
        activeTarget = null;
        try {
            var listener = new ServerSocket(0, 10, raw.getLocalAddress());
            listener.setSoTimeout(PATIENCE);
            dataListener = listener;
            return listener.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops listening for the data connection, so that the client's connect is refused. */
    public Conversation closeDataPort() {
        Loopback.closeQuietly(dataListener);
        dataListener = null;
        return this;
    }

    /** Where the last PORT or EPRT pointed; null when there was none or the mode is passive by now. */
    public @Nullable InetSocketAddress activeTarget() {
        return activeTarget;
    }

    /**
     * Opens the data connection that was agreed on last, accepting (passive) or connecting back (active), makes the TLS
     * handshake if it is protected, and closes it in order after the step unless the step did.
     */
    public Conversation data(Consumer<ScriptedData> step) {
        Socket plain = connectData();
        try (var data = new ScriptedData(plain, dataProtected ? handshake(plain) : plain, this)) {
            step.accept(data);
        }
        return this;
    }

    private Socket connectData() {
        Socket plain;
        try {
            InetSocketAddress target = activeTarget;
            if (target != null) {
                plain = new Socket();
                plain.bind(new InetSocketAddress(raw.getLocalAddress(), 0));
                plain.connect(target, PATIENCE);
            } else {
                ServerSocket listener = dataListener;
                if (listener == null) {
                    throw new AssertionError("no PASV, EPSV, PORT or EPRT before the data connection");
                }
                plain = listener.accept();
            }
            dataSockets.add(plain);
            plain.setSoTimeout(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException("no data connection: " + e.getMessage(), e);
        }
        transcript.add("  (data connection)");
        return plain;
    }

    private SSLSocket handshake(Socket plain) {
        SSLContext context = tls;
        if (context == null) {
            throw new AssertionError("protected data connection without startTls");
        }
        try {
            // The variant with "consumed" bytes (none here) is the one that makes a layered server socket.
            var secured =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, InputStream.nullInputStream(), true);
            if (tlsProtocols.length > 0) {
                secured.setEnabledProtocols(tlsProtocols);
            }
            secured.startHandshake();
            tlsSessions.add(secured.getSession());
            return secured;
        } catch (IOException e) {
            throw new UncheckedIOException("TLS handshake failed: " + e.getMessage(), e);
        }
    }

    // ---- for the server

    @Override
    public void run() {
        try {
            script.play(this);
            finished = true;
            linger();
        } catch (Throwable t) {
            if (!abandoned) {
                transcript.add("  (failed: " + t.getMessage() + ")");
                failure = t;
            }
        } finally {
            finished = true;
            abandon();
            over = true;
        }
    }

    private void linger() throws IOException {
        if (over) {
            return;
        }
        waitWithoutLimit();
        for (String line = receiveOrEnd(); line != null; line = receiveOrEnd()) {
            if (line.equals("QUIT")) {
                send("221 bye").close();
                return;
            }
            throw new AssertionError("unexpected command after the end of the script: <" + line + ">");
        }
    }

    private @Nullable String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (line.size() > 0) {
                    throw new EOFException("end in the middle of <" + line.toString(StandardCharsets.UTF_8) + ">");
                }
                return null;
            }
            line.write(next);
            String text = line.toString(StandardCharsets.UTF_8);
            if (text.endsWith("\r\n")) {
                return text.substring(0, text.length() - 2);
            }
        }
    }

    private void note(String line) {
        if (line.equals("PROT P")) {
            dataProtected = true;
        } else if (line.equals("PROT C")) {
            dataProtected = false;
        } else if (line.startsWith("PORT ")) {
            String[] f = line.substring(5).split(",", -1);
            InetAddress address = Loopback.address(f[0] + "." + f[1] + "." + f[2] + "." + f[3]);
            activeTarget = new InetSocketAddress(address, Integer.parseInt(f[4]) * 256 + Integer.parseInt(f[5]));
        } else if (line.startsWith("EPRT ")) {
            String[] f = line.substring(6).split("\\" + line.charAt(5), -1);
            activeTarget = new InetSocketAddress(Loopback.address(f[1]), Integer.parseInt(f[2]));
        }
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> transcript() {
        return List.copyOf(transcript);
    }

    List<byte[]> received() {
        return List.copyOf(received);
    }

    List<SSLSession> tlsSessions() {
        return List.copyOf(tlsSessions);
    }

    void waitWithoutLimit() throws IOException {
        raw.setSoTimeout(0);
    }

    void receivedData(byte[] bytes) {
        received.add(bytes);
    }

    boolean isFinished() {
        return finished;
    }

    boolean isOver() {
        return over;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Resets all sockets; what the script reports from now on does not count. */
    void cut() {
        abandoned = true;
        dataSockets.forEach(Loopback::reset);
        Loopback.closeQuietly(dataListener);
        Loopback.reset(raw);
    }

    /** Closes all sockets; what the script reports from now on does not count. */
    void abandon() {
        abandoned = true;
        dataSockets.forEach(Loopback::closeQuietly);
        Loopback.closeQuietly(dataListener);
        Loopback.closeQuietly(raw);
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0
                ? HexFormat.ofDelimiter(" ").formatHex(bytes)
                : text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
