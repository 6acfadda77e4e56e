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
import io.github.twinport.ftp.data.PassiveReplies.PassiveAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the server for passive ports, also ahead of their use. Belongs to the lane thread. */
final class PassivePort {

    /** Servers close a listener that nobody connects to; an older answer is not used. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final ControlConnection control;
    private @Nullable PendingReply ahead;
    private long aheadSince;

    PassivePort(ControlConnection control) {
        this.control = control;
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
     * The address for the next data connection. The host is always the control connection's peer: an address in a 227
     * reply is private behind NAT, and another host's would let a server steer us against third parties.
     *
     * @throws NoDataConnection when the server refuses or answers nonsense
     */
    InetSocketAddress await(DataMethod method) throws FtpException, NoDataConnection {
        Command command = commandOf(method);
        PendingReply pending = takeAhead();
        Reply reply = control.await(pending == null ? control.send(command) : pending);
        if (!reply.isCompletion()) {
            throw new NoDataConnection(new Refused(command.toString(), reply));
        }
        try {
            int port = method == DataMethod.EXTENDED_PASSIVE
                    ? PassiveReplies.extendedPort(reply)
                    : portOf(PassiveReplies.address(reply));
            return new InetSocketAddress(peer(), port);
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

    private int portOf(PassiveAddress address) throws FtpException {
        String peer = peer().getHostAddress();
        if (!address.host().equals(peer)) {
            control.log().note("the server named " + address.host() + "; connecting to " + peer + " instead");
        }
        return address.port();
    }

    private InetAddress peer() throws FtpException {
        try {
            return control.peer().getAddress();
        } catch (IOException e) {
            throw control.fail(new ConnectionLost(Phase.DATA_CONNECT, e));
        }
    }

    private static Command commandOf(DataMethod method) {
        return Command.of(method == DataMethod.EXTENDED_PASSIVE ? "EPSV" : "PASV");
    }
}
