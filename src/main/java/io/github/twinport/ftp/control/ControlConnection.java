// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.ServiceRefused;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.PendingReply.Kind;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.tls.TlsChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection that carries commands and replies (RFC 959). Commands are queued by {@link #send} and leave together
 * when a reply is awaited, so one after the other and several at once differ only in when the caller waits. Blocks; all
 * methods but {@link #close} belong to the lane thread.
 */
public final class ControlConnection implements AutoCloseable {

    private static final Command GREETING = Command.of("(greeting)");
    /** How long a server may take to answer the end of TLS; some never do. */
    private static final Duration END_OF_TLS = Duration.ofSeconds(2);

    private final SocketChannel socket;
    private final Watchdog watchdog;
    private final ProtocolLog log;
    private final ReplyReader reader;
    private final ReplyIntake intake;
    private final OwedReplies owed = new OwedReplies();
    private final Outbox unsent = new Outbox();
    private final Arrival arrival;
    private final PromptAcknowledgement acknowledgement;
    private final ControlChannel channel;
    private WireCharset charset = WireCharset.UTF_8;
    private boolean letIn;
    private boolean telnetInterrupt;
    private String welcome = "";
    private @Nullable FtpException broken;

    /** Takes over a connected channel in blocking mode. */
    public ControlConnection(SocketChannel socket, Watchdog watchdog, ProtocolLog log) {
        this.socket = socket;
        this.watchdog = watchdog;
        this.log = log;
        this.reader = new ReplyReader(socket);
        this.channel = new ControlChannel(socket, reader);
        this.intake = new ReplyIntake(reader, owed, log);
        this.arrival = new Arrival(socket, watchdog);
        this.acknowledgement = new PromptAcknowledgement(socket);
    }

    /** Lets {@link #interrupt} send something from now on. */
    public void useTelnetInterrupt() {
        telnetInterrupt = true;
    }

    /**
     * Sends Telnet's IP and Synch (RFC 959, 4.1.3; RFC 854) where that was asked for: the command that follows is looked
     * at by servers that read none during a transfer otherwise. TLS has no place for urgent data.
     */
    public void interrupt() throws FtpException {
        if (!telnetInterrupt || channel.tls() != null) {
            return;
        }
        unsent.addInterrupt();
        flush();
        try {
            socket.socket().sendUrgentData(Outbox.IAC);
        } catch (IOException e) {
            throw fail(new ConnectionLost(Phase.REPLY, e));
        }
        unsent.addDataMark();
    }

    /** Takes note that the login is done: what ends the session from now on is no refusal. */
    public void letIn() {
        letIn = true;
    }

    /** The charset of arguments and texts from now on. */
    public void useCharset(WireCharset wanted) {
        charset = wanted;
    }

    /** The charset in use. */
    public WireCharset charset() {
        return charset;
    }

    /** The protocol log of this connection. */
    public ProtocolLog log() {
        return log;
    }

    /** The limits that hold on this connection. */
    public Watchdog watchdog() {
        return watchdog;
    }

    /** Where the server is, as the socket sees it. */
    public InetSocketAddress peer() throws IOException {
        return (InetSocketAddress) socket.getRemoteAddress();
    }

    /** Where we are, as the socket sees it. */
    public InetSocketAddress local() throws IOException {
        return (InetSocketAddress) socket.getLocalAddress();
    }

    /** Why the connection cannot be used any more, or null while it can. */
    public @Nullable FtpException broken() {
        return broken;
    }

    /**
     * Waits for what the server says first; 120 announces that it will take a while.
     *
     * @throws ServiceRefused when it is no greeting
     * @throws ConnectionLost in the phase {@link Phase#CONNECT} when the server ends before it has said anything
     */
    public Reply greeting() throws FtpException {
        PendingReply pending = owed.add(new PendingReply(GREETING, Kind.ORDINARY));
        Reply reply;
        try {
            reply = await(pending);
        } catch (ConnectionLost lost) {
            ConnectionLost early = new ConnectionLost(Phase.CONNECT, lost.getCause());
            broken = early;
            throw early;
        }
        if (!reply.isCompletion()) {
            throw fail(new ServiceRefused(reply));
        }
        welcome = reply.text();
        return reply;
    }

    /** What the server has said first; empty before. */
    public String welcome() {
        return welcome;
    }

    /**
     * Queues a command; it leaves with the next await or {@link #flush}.
     *
     * @throws FtpException.Refused when the charset has no bytes for the argument
     */
    public PendingReply send(Command command) throws FtpException {
        return send(new PendingReply(command, Kind.ORDINARY));
    }

    /** Queues a command to find out whether its reply is the one that comes next; its code is not judged. */
    public PendingReply sendToLearn(Command command) throws FtpException {
        return send(new PendingReply(command, Kind.UNCERTAIN));
    }

    private PendingReply send(PendingReply pending) throws FtpException {
        Command command = pending.command();
        throwIfBroken();
        dropSurplus();
        unsent.add(command, charset);
        log.command(command, charset);
        return owed.add(pending);
    }

    /** Sends NOOP at once, beside a command whose last reply may come before or after the one to this. */
    public PendingReply sendNoopAside() throws FtpException {
        PendingReply pending = send(new PendingReply(Command.of("NOOP"), Kind.ASIDE));
        flush();
        return pending;
    }

    /** Sends what is queued. */
    public void flush() throws FtpException {
        if (unsent.isEmpty()) {
            return;
        }
        ByteBuffer bytes = unsent.take();
        try (Watch watch = watchdog.watch(Phase.REPLY, socket)) {
            try {
                channel.write(bytes);
            } catch (IOException e) {
                throw fail(watchdog.explain(watch, e));
            }
        }
    }

    /** Sends a command and waits for the reply that ends it. */
    public Reply execute(Command command) throws FtpException {
        return await(send(command));
    }

    /** Waits for the reply that ends a command. */
    public Reply await(PendingReply pending) throws FtpException {
        return await(pending, Phase.REPLY);
    }

    /** Waits for the reply that ends a command; the phase sets the limit and names the wait in failures. */
    public Reply await(PendingReply pending, Phase phase) throws FtpException {
        return await(pending, phase, watchdog.limit(phase));
    }

    /** Waits for the reply that ends a command, at most the given time or the phase's limit; see {@link Patience}. */
    public Reply await(PendingReply pending, Phase phase, Duration atMost) throws FtpException {
        return await(pending::last, phase, atMost);
    }

    /**
     * Waits for the first reply to a command: a preliminary one, or the last if no preliminary one comes. The phase sets
     * the limit and names the wait in failures.
     */
    public Reply awaitFirst(PendingReply pending, Phase phase) throws FtpException {
        return await(pending::first, phase, watchdog.limit(phase));
    }

    private Reply await(Supplier<@Nullable Reply> wanted, Phase phase, Duration atMost) throws FtpException {
        Patience patience = owed.patience(atMost);
        Reply reply = wanted.get();
        while (reply == null) {
            readReply(phase, patience.left());
            reply = wanted.get();
        }
        return reply;
    }

    /**
     * Like {@link #awaitFirst}, but not for ever: silence does not end the connection here.
     *
     * @return null when nothing has come for the given time; the reply is owed still
     */
    public @Nullable Reply awaitFirstUnlessSilent(PendingReply pending, Duration silence) throws FtpException {
        return unlessSilent(pending::first, silence);
    }

    /**
     * Waits for the reply that ends a command, but not for ever: silence does not end the connection here.
     *
     * @return null when nothing has come for the given time; the reply is owed still
     */
    public @Nullable Reply awaitUnlessSilent(PendingReply pending, Duration silence) throws FtpException {
        return unlessSilent(pending::last, silence);
    }

    private @Nullable Reply unlessSilent(Supplier<@Nullable Reply> reply, Duration silence) throws FtpException {
        flush();
        Patience patience = owed.patience(watchdog.limit(Phase.REPLY));
        while (reply.get() == null) {
            throwIfBroken();
            if (!channel.hasUnreadBytes() && !arrivesWithin(silence)) {
                return null;
            }
            readReply(Phase.REPLY, patience.left());
        }
        return reply.get();
    }

    private boolean arrivesWithin(Duration silence) throws FtpException {
        try {
            return arrival.within(silence);
        } catch (FtpException e) {
            throw fail(e);
        }
    }

    /** Takes note that the server will never answer a command: its replies go to the next one. */
    public void withdraw(PendingReply pending) {
        owed.remove(pending);
    }

    /** Takes note that the server owes one more reply than commands have been sent. */
    public PendingReply expectAnother(Command because) {
        return owed.add(new PendingReply(because, Kind.UNCERTAIN));
    }

    /** Whether the server has begun to say something for which no command has asked. */
    public boolean hasUnsolicitedBytes() {
        return owed.isEmpty() && channel.hasUnreadBytes();
    }

    /** The TLS version that protects the connection, for instance {@code TLSv1.3}; empty while it is in clear. */
    public Optional<String> tlsVersion() {
        return Optional.ofNullable(channel.tls()).map(TlsChannel::version);
    }

    /**
     * Goes on encrypted. The caller has read the reply to AUTH TLS, or nothing at all (implicit TLS).
     *
     * @throws ProtocolViolation when bytes came in clear behind that reply: somebody slips in replies of their own
     */
    public void startTls(TlsChannel tls) throws FtpException {
        if (reader.hasBufferedBytes() || !owed.isEmpty()) {
            throw fail(new ProtocolViolation("the server sent text in clear between AUTH TLS and the handshake"));
        }
        try (Watch watch = watchdog.watch(Phase.HANDSHAKE, socket)) {
            try {
                channel.protect(tls);
            } catch (IOException e) {
                throw fail(watchdog.explain(watch, e));
            }
        }
    }

    /**
     * Goes on in clear after the server has agreed to CCC (RFC 4217, 12.3); nothing happens where it is in clear.
     *
     * @throws ConnectionLost when the server ends the connection together with TLS
     */
    public void stopTls() throws FtpException {
        TlsChannel tls = channel.tls();
        if (tls == null) {
            return;
        }
        if (reader.hasBufferedBytes() || !owed.isEmpty()) {
            throw fail(new ProtocolViolation("the server sent text between CCC and the end of TLS"));
        }
        try (Watch watch = watchdog.watch(Phase.HANDSHAKE, socket)) {
            try {
                channel.leave(tls, END_OF_TLS);
            } catch (IOException e) {
                throw fail(watchdog.explain(watch, e));
            }
        }
    }

    private void readReply(Phase phase, Duration atMost) throws FtpException {
        flush();
        throwIfBroken();
        if (atMost.isZero()) {
            throw fail(new TimedOut(phase, null));
        }
        try (Watch watch = watchdog.watch(phase, atMost, socket)) {
            try {
                acknowledgement.give();
                take(intake.read(charset));
            } catch (IOException e) {
                throw fail(watchdog.explain(watch, e));
            }
        }
    }

    private void take(Reply reply) throws FtpException {
        if (reply.code() == 421) {
            throw letIn ? new ServiceEnded(reply) : new ServiceRefused(reply);
        }
    }

    /** Lets what has come although nothing was asked not be taken for the answer to what is asked now. */
    private void dropSurplus() throws FtpException {
        while (unsent.isEmpty() && hasUnsolicitedBytes()) {
            log.note("what follows was not asked for and is passed over");
            await(owed.expectSurplus());
        }
    }

    /** Whether the server has ever said something here that was no reply to what it was asked. */
    public boolean hasSpokenOutOfTurn() {
        return owed.hasTakenOutOfTurn();
    }

    private void throwIfBroken() throws FtpException {
        if (broken != null) {
            throw broken;
        }
    }

    /** Marks the connection as unusable, closes it and hands the cause back to be thrown. */
    public FtpException fail(FtpException cause) {
        if (broken == null) {
            broken = cause;
            log.failure(String.valueOf(cause.getMessage()));
        }
        close();
        return cause;
    }

    /** Closes the socket at once; any thread. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            log.note("closing: " + e.getMessage());
        }
    }
}
