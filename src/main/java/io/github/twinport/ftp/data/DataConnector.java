// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.tls.TlsContext;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens the data connections of one control connection: EPSV, PASV, then active mode, until one works; that one is used
 * from then on. Belongs to the lane thread.
 */
public final class DataConnector {

    /** How long a server may take to say why there is no data connection. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(8);

    /** So long the server's words are waited for before it is looked whether it has connected; then twice as long. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(5);

    private static final Duration LAST_LOOK = Duration.ofMillis(200);

    private final ControlConnection control;
    private final List<DataMethod> allowed;
    private final @Nullable TlsContext tls;
    private final PassivePort passivePort;
    private final DataDialer dialer;
    private final ControlKeeper keeper;
    private final ActiveRules activeRules;
    private final SilentStart silentStart;
    private final EarlyGreeting greeting;
    private @Nullable DataMethod working;
    private @Nullable DataMethod preferred;
    private boolean extendedPortRefused;
    private boolean leavesEndToUs;
    private boolean announcing;
    private int level;

    /**
     * For one logged-in control connection.
     *
     * @param rules what may be tried
     * @param tls protects data connections; null leaves them in clear
     * @param keeper keeps the control connection during transfers
     */
    public DataConnector(ControlConnection control, DataRules rules, @Nullable TlsContext tls, ControlKeeper keeper) {
        this.keeper = keeper;
        this.control = control;
        this.allowed = rules.methods();
        this.tls = tls;
        this.passivePort = new PassivePort(control, rules.addresses(), rules.proxiedHost());
        this.activeRules = rules.active();
        this.preferred = rules.preferred();
        this.extendedPortRefused = rules.extendedPortRefused();
        this.silentStart = new SilentStart(rules.silentStart());
        this.dialer = new DataDialer(control, rules.proxy());
        this.greeting = new EarlyGreeting(control);
    }

    /**
     * Opens a data connection, sends the command that uses it and waits until the server has accepted the command.
     *
     * @param command LIST, MLSD, RETR, STOR or APPE
     * @param restart where in the file to begin, in bytes; above 0 REST goes ahead of the command. It stands between EPSV
     *     and the command, because some servers forget it when EPSV follows (Apache FtpServer, inetutils)
     * @param compressionLevel how hard to compress in MODE Z, 1 to 9; 0 in MODE S
     * @throws Refused when the server refuses the command
     * @throws FtpException when no data connection can be opened
     */
    public DataTransfer open(Command command, long restart, int compressionLevel) throws FtpException {
        DataTransfer transfer = openForSending(command, restart, compressionLevel);
        transfer.awaitAcceptance();
        return transfer;
    }

    /**
     * Like {@link #open}, but returns before the server has accepted the command where a data connection in clear is open
     * by then; see {@link DataTransfer#awaitAcceptance}. The first time it waits nevertheless: the command leaves only
     * after that connection was made, and pyftpdlib closes connections on which bytes come before their command.
     */
    public DataTransfer openForSending(Command command, long restart, int compressionLevel) throws FtpException {
        level = compressionLevel;
        FtpException failure = null;
        boolean first = working == null;
        for (DataMethod method : working == null ? allowed : List.of(working)) {
            try {
                DataTransfer transfer = open(method, command, restart);
                working = method;
                preferred = method;
                if (first) {
                    transfer.awaitAcceptance();
                }
                return transfer;
            } catch (NoDataConnection e) {
                log().note("no data connection by " + method + ": " + e.reason().getMessage());
                forget(method);
                failure = failure == null || failure instanceof Refused ? e.reason() : failure;
            }
        }
        throw failure == null ? new Unreachable("", Phase.DATA_CONNECT, null) : failure;
    }

    private void forget(DataMethod method) {
        preferred = preferred == method ? null : preferred;
    }

    /** The way to try first next time: the one that worked last; null where none is known to work. */
    public @Nullable DataMethod preferred() {
        return preferred;
    }

    /** Takes note of a server's first reply to a transfer. */
    void announced(Reply first) {
        announcing |= first.isPreliminary();
    }

    /** Whether the server says when a transfer begins: it has done so before, so nobody looks for one that begins in silence. */
    boolean isAnnouncing() {
        return announcing;
    }

    SilentStart silentStart() {
        return silentStart;
    }

    /** Whether transfers may begin although the server has not said that they do. */
    public Proof silentStartProof() {
        return silentStart.proof();
    }

    ControlKeeper keeper() {
        return keeper;
    }

    /** Whether the server has kept the data connection of an upload open although it had read everything. */
    boolean leavesEndToUs() {
        return leavesEndToUs;
    }

    void leaveEndToUs() {
        leavesEndToUs = true;
    }

    /** Whether the server has refused EPRT. */
    public boolean isExtendedPortRefused() {
        return extendedPortRefused;
    }

    /**
     * Asks for the port of the next data connection already now: in the time of this transfer's last reply, or in one
     * packet with what has to be said before the next transfer.
     */
    public void sendAhead() throws FtpException {
        DataMethod next = working == null ? allowed.getFirst() : working;
        if (next == DataMethod.EXTENDED_PASSIVE || next == DataMethod.PASSIVE) {
            passivePort.sendAhead(next);
        }
    }

    private ProtocolLog log() {
        return control.log();
    }

    private DataTransfer open(DataMethod method, Command command, long restart) throws FtpException, NoDataConnection {
        return switch (method) {
            case EXTENDED_PASSIVE, PASSIVE -> openPassive(method, command, restart);
            case ACTIVE -> openActive(command, restart);
        };
    }

    private DataTransfer openPassive(DataMethod method, Command command, long restart)
            throws FtpException, NoDataConnection {
        List<InetSocketAddress> targets = passivePort.await(method);
        if (working == null) {
            SocketChannel socket = connectFirst(targets);
            return begin(socket, sendCommand(command, restart, socket));
        }
        // The command leaves before the connection stands: that saves a round trip. Whatever goes wrong with the
        // connection, the server's reply says more.
        PendingReply pending = sendCommand(command, restart, null);
        control.flush();
        try {
            return begin(dialer.connect(targets), pending);
        } catch (Unreachable | TimedOut e) {
            throw refusalOr(e, pending);
        } catch (Cancelled e) {
            // The server may wait for the connection much longer than anybody waits for the next reply.
            throw pending.isComplete() ? e : control.fail(e);
        }
    }

    private SocketChannel connectFirst(List<InetSocketAddress> targets) throws FtpException, NoDataConnection {
        try {
            return dialer.connect(targets);
        } catch (Unreachable | TimedOut e) {
            throw new NoDataConnection(e);
        }
    }

    private FtpException refusalOr(FtpException failure, PendingReply pending) {
        Reply reply;
        try {
            reply = control.await(pending, Phase.FINAL_REPLY, LAST_WORDS);
        } catch (FtpException e) {
            return e instanceof Cancelled || e instanceof ServiceEnded ? e : failure;
        }
        return reply.isRefusal() && reply.code() != 425
                ? new Refused(pending.command().toString(), reply)
                : failure;
    }

    private PendingReply sendCommand(Command command, long restart, @Nullable SocketChannel open) throws FtpException {
        try {
            if (restart > 0) {
                Command rest = Command.of("REST", Long.toString(restart));
                Reply reply = control.execute(rest);
                if (!reply.isIntermediate()) {
                    throw new Refused(rest.toString(), reply);
                }
            }
            return control.send(command);
        } catch (FtpException e) {
            closeQuietly(open);
            throw e;
        }
    }

    private DataTransfer openActive(Command command, long restart) throws FtpException, NoDataConnection {
        try (ActiveListener listener =
                new ActiveListener(control.local().getAddress(), control.peer().getAddress(), activeRules, log())) {
            announce(listener);
            PendingReply pending = sendCommand(command, restart, null);
            Reply first = firstReply(pending, listener);
            if (first != null && first.code() == 425 && working == null) {
                throw new NoDataConnection(new Refused(command.toString(), first));
            }
            if (first != null) {
                DataTransfer.demandNoRefusal(control, pending, first);
            }
            return begin(accept(listener, pending), pending);
        } catch (FtpException e) {
            throw e;
        } catch (IOException e) {
            throw new NoDataConnection(new Unreachable("listening for the server", Phase.DATA_CONNECT, e));
        }
    }

    /** What the server says; null where it has connected without a word. */
    private @Nullable Reply firstReply(PendingReply pending, ActiveListener listener) throws IOException {
        long end =
                System.nanoTime() + control.watchdog().limit(Phase.DATA_CONNECT).toNanos();
        while (System.nanoTime() < end) {
            Reply first = control.awaitFirstUnlessSilent(pending, silentStart.inClear());
            if (first != null || listener.hasConnection()) {
                return first;
            }
        }
        return control.awaitFirst(pending, Phase.REPLY);
    }

    private void announce(ActiveListener listener) throws IOException, NoDataConnection {
        boolean version4 = control.local().getAddress() instanceof Inet4Address;
        Command command = version4 && extendedPortRefused ? listener.plainPort() : listener.extendedPort();
        Reply reply = control.execute(command);
        if (reply.isRefusal() && version4 && !extendedPortRefused) {
            extendedPortRefused = true;
            command = listener.plainPort();
            reply = control.execute(command);
        }
        if (!reply.isCompletion()) {
            throw new NoDataConnection(new Refused(command.toString(), reply));
        }
    }

    /** The server's connection, unless the server says first that there will be none. */
    private SocketChannel accept(ActiveListener listener, PendingReply pending) throws IOException {
        long begun = System.nanoTime();
        Duration limit = control.watchdog().limit(Phase.DATA_CONNECT);
        for (Duration look = FIRST_LOOK; !listener.hasConnection(); look = look.plus(look)) {
            if (System.nanoTime() - begun > limit.toNanos()) {
                forget(DataMethod.ACTIVE);
                // The server's reply to the command is still owed and would be taken for the next command's.
                throw control.fail(new TimedOut(Phase.DATA_CONNECT, null));
            }
            Reply last = control.awaitUnlessSilent(pending, look.compareTo(LAST_LOOK) < 0 ? look : LAST_LOOK);
            if (last != null && !listener.hasConnection()) {
                forget(DataMethod.ACTIVE);
                throw new Refused(pending.command().toString(), last);
            }
        }
        SocketChannel socket = listener.accept();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        log().note("data connection with " + DataDialer.text((InetSocketAddress) socket.getRemoteAddress()));
        return socket;
    }

    private DataTransfer begin(SocketChannel socket, PendingReply pending) throws FtpException {
        try {
            DataConnection connection = new DataConnection(socket, tls == null ? null : tls.dataChannel(socket), level);
            DataTransfer transfer = new DataTransfer(control, this, connection, pending);
            if (tls != null) {
                greeting.before(transfer);
                greeting.accepted(transfer);
                transfer.handshake();
            }
            return transfer;
        } catch (FtpException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private void closeQuietly(@Nullable SocketChannel socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                log().note("closing a data connection: " + e.getMessage());
            }
        }
    }
}
