// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the server for passive ports, also ahead of their use. Belongs to the lane thread. */
final class PassivePort {

    /** Servers close a listener that nobody connects to; an older answer is not used. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final ControlConnection control;
    private final PassiveTargets targets;
    private final @Nullable String proxiedHost;
    private @Nullable PendingReply ahead;
    private long aheadSince;

    /**
     * For one control connection.
     *
     * @param proxiedHost the server's name where a proxy stands between, whose address the socket sees; else null
     */
    PassivePort(ControlConnection control, DataAddressRules rules, @Nullable String proxiedHost) {
        this.control = control;
        this.proxiedHost = proxiedHost;
        this.targets = new PassiveTargets(rules, control.log());
    }

    /** Sends EPSV or PASV without waiting for the reply. */
    void sendAhead(DataMethod method) throws FtpException {
        if (ahead == null) {
            ahead = control.send(commandOf(method));
            aheadSince = System.nanoTime();
            control.flush();
        }
    }

    /**
     * The addresses for the next data connection in the order in which they are to be tried (see {@link PassiveTargets}).
     *
     * @throws NoDataConnection when the server refuses or answers nonsense
     */
    List<InetSocketAddress> await(DataMethod method) throws FtpException, NoDataConnection {
        Command command = commandOf(method);
        PendingReply pending = takeAhead();
        Reply reply = control.await(pending == null ? control.send(command) : pending);
        if (!reply.isCompletion()) {
            throw new NoDataConnection(new Refused(command.toString(), reply));
        }
        try {
            return method == DataMethod.EXTENDED_PASSIVE
                    ? targets.of(server(), PassiveReplies.extendedPort(reply))
                    : targets.of(server(), PassiveReplies.address(reply));
        } catch (ProtocolViolation e) {
            throw new NoDataConnection(e);
        }
    }

    private @Nullable PendingReply takeAhead() throws FtpException {
        PendingReply pending = ahead;
        ahead = null;
        if (pending != null && System.nanoTime() - aheadSince > FRESH_NANOS) {
            control.await(pending);
            return null;
        }
        return pending;
    }

    private ServerPlace server() throws FtpException {
        if (proxiedHost != null) {
            return ServerPlace.behindProxy(proxiedHost);
        }
        try {
            return ServerPlace.of(control.peer().getAddress());
        } catch (IOException e) {
            throw control.fail(new ConnectionLost(Phase.DATA_CONNECT, e));
        }
    }

    private static Command commandOf(DataMethod method) {
        return Command.of(method == DataMethod.EXTENDED_PASSIVE ? "EPSV" : "PASV");
    }
}
