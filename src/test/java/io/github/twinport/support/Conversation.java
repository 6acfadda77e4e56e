// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
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
    private final ControlLines lines;
    private final DataPort dataPort;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<SSLSession> tlsSessions = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable failure;
    private volatile boolean finished;
    private volatile boolean over;
    private volatile boolean abandoned;
    private @Nullable SSLContext tls;
    private @Nullable SSLContext dataTls;
    private String[] tlsProtocols = {};
    private boolean dataProtected;
    private boolean clientCertificateDemanded;
    private boolean tlsMayEnd;
    private @Nullable SSLSocket controlTls;

    Conversation(Socket accepted, Script script) throws IOException {
        raw = accepted;
        this.script = script;
        lines = new ControlLines(accepted);
        dataPort = new DataPort(accepted.getLocalAddress());
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
        try {
            lines.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("could not send a reply: " + e.getMessage(), e);
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

    /** Demands that nothing came in one packet with the command before. */
    public Conversation expectNothingMore() {
        try {
            if (lines.hasMore()) {
                throw new AssertionError("more than one command at once: then came <" + receive() + ">");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            String line = lines.readLine();
            if (line != null) {
                note(line);
            }
            return line;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("waited in vain for a command", e);
        } catch (IOException e) {
            lines.remark(e.toString());
            return null;
        }
    }

    /** The last command line received. */
    public String lastCommand() {
        return lines.commands().getLast();
    }

    /** Bytes that are not a command line, such as Telnet IP and Synch before ABOR; waits for exactly that many. */
    public byte[] receiveBytes(int count) {
        try {
            return lines.read(count);
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
        SSLSocket secured = handshake(raw, context, !tlsMayEnd);
        controlTls = secured;
        lines.continueOver(secured);
        return this;
    }

    /** Demands a certificate of the client in all further handshakes; the context has to trust its authority. */
    public Conversation demandClientCertificate() {
        clientCertificateDemanded = true;
        return this;
    }

    /** Prepares for {@link #stopTls}; to be called before {@link #startTls}. */
    public Conversation tlsMayEnd() {
        tlsMayEnd = true;
        return this;
    }

    /**
     * Goes on in clear on the control connection after the client's close_notify.
     *
     * @param answer whether the client gets one too; TLS 1.2 always answers
     */
    public Conversation stopTls(boolean answer) {
        SSLSocket secured = controlTls;
        if (secured == null) {
            throw new AssertionError("there is no TLS to end");
        }
        try {
            if (secured.getInputStream().read() >= 0) {
                throw new AssertionError("the client sent something before its close_notify");
            }
            if (answer) {
                secured.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ending TLS: " + e.getMessage(), e);
        }
        lines.continueOver(raw);
        return this;
    }

    /** Offers the TLS handshake on the control connection and demands that the client breaks it off, which ends it. */
    public Conversation expectFailedHandshake(SSLContext context, String... protocols) {
        tls = context;
        tlsProtocols = protocols;
        try {
            // With TLS 1.3 the server's part is done before the client judges the certificate.
            if (handshake(raw, context).getInputStream().read() >= 0) {
                throw new AssertionError("the client went on after a TLS handshake that it should have refused");
            }
        } catch (IOException | UncheckedIOException e) {
            lines.remark(e.toString());
        }
        return this;
    }

    /** Lets further data connections use another context: another certificate, or sessions that cannot be resumed. */
    public Conversation dataContext(SSLContext context) {
        dataTls = context;
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
        lines.remark("closed by the server");
        over = true;
        lines.close();
        return this;
    }

    /** Breaks the control connection off: the client sees a reset. */
    public Conversation reset() {
        lines.remark("reset by the server");
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
        return dataPort.listen();
    }

    /** Stops listening for the data connection, so that the client's connect is refused. */
    public Conversation closeDataPort() {
        dataPort.stopListening();
        return this;
    }

    /** Demands that the client has not connected to the data port; call it when a later command has been received. */
    public Conversation expectNoDataConnection() {
        if (dataPort.wasConnected()) {
            throw new AssertionError("the client made a data connection that it should not have made");
        }
        return this;
    }

    /** Where the last PORT or EPRT pointed; null when there was none or the mode is passive by now. */
    public @Nullable InetSocketAddress activeTarget() {
        return dataPort.activeTarget();
    }

    /**
     * Opens the data connection that was agreed on last, accepting (passive) or connecting back (active), makes the TLS
     * handshake if it is protected, and closes it in order after the step unless the step did.
     */
    public Conversation data(Consumer<ScriptedData> step) {
        Socket plain = dataPort.open();
        lines.remark("data connection");
        try (var data = new ScriptedData(
                plain, dataProtected ? handshake(plain, dataTls == null ? tls : dataTls) : plain, this)) {
            step.accept(data);
        }
        return this;
    }

    private SSLSocket handshake(Socket plain, @Nullable SSLContext context) {
        return handshake(plain, context, true);
    }

    private SSLSocket handshake(Socket plain, @Nullable SSLContext context, boolean closeTogether) {
        if (context == null) {
            throw new AssertionError("protected data connection without startTls");
        }
        try {
            // The variant with "consumed" bytes (none here) is the one that makes a layered server socket.
            var secured = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, InputStream.nullInputStream(), closeTogether);
            secured.setNeedClientAuth(clientCertificateDemanded);
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
                lines.remark("failed: " + t.getMessage());
                failure = t;
            }
        } finally {
            finished = true;
            abandon();
            over = true;
        }
    }

    private void linger() throws IOException {
        if (over || raw.isClosed()) {
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

    private void note(String line) {
        if (line.equals("PROT P")) {
            dataProtected = true;
        } else if (line.equals("PROT C")) {
            dataProtected = false;
        }
        dataPort.note(line);
    }

    List<String> commands() {
        return lines.commands();
    }

    List<String> transcript() {
        return lines.transcript();
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
        dataPort.resetAll();
        Loopback.reset(raw);
    }

    /** Closes all sockets; what the script reports from now on does not count. */
    void abandon() {
        abandoned = true;
        dataPort.closeAll();
        Loopback.closeQuietly(raw);
    }
}
