// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.tls.TlsChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One command under way with its open data connection. Ends with {@link #finishReceiving}, {@link #finishSending} or
 * {@link #abort}. Belongs to the lane thread.
 */
public final class DataTransfer {

    /** How long an upload's end or an abort may keep reading what the server still sends. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private static final Duration ABORT = Duration.ofSeconds(2);

    private final ControlConnection control;
    private final DataConnector connector;
    private final DataConnection connection;
    private final PendingReply pending;

    DataTransfer(ControlConnection control, DataConnector connector, DataConnection connection, PendingReply pending) {
        this.control = control;
        this.connector = connector;
        this.connection = connection;
        this.pending = pending;
    }

    /** Where the bytes travel. */
    public DataConnection connection() {
        return connection;
    }

    /** Begins to watch over the movement of bytes. */
    public Watch watch() {
        return control.watchdog().watch(Phase.DATA, connection);
    }

    void handshake() throws FtpException {
        try (Watch watch = control.watchdog().watch(Phase.HANDSHAKE, connection)) {
            try {
                connection.handshake();
            } catch (IOException e) {
                throw afterFailure(control.watchdog().explain(watch, e));
            }
        }
        TlsChannel tls = connection.tls();
        if (tls != null) {
            control.log()
                    .note("data connection " + tls.version() + ", "
                            + (tls.isResumed() ? "session resumed" : "full handshake"));
        }
    }

    /**
     * Ends a transfer towards us whose data was read to its end, and waits for the last reply.
     *
     * @param another whether another transfer follows at once, so that its port can be asked for ahead
     */
    public Reply finishReceiving(boolean another) throws FtpException {
        try (Watch watch = control.watchdog().watch(Phase.DATA, DRAIN, connection)) {
            connection.finishReceiving();
            watch.progress();
        } catch (IOException e) {
            control.log().note("ending the data connection: " + e.getMessage());
        }
        closeConnection();
        return lastReply(another);
    }

    /**
     * Ends a transfer to the server after the last byte was written, and waits for the last reply.
     *
     * @param another whether another transfer follows at once; its port is asked for ahead only if the server has
     *     visibly ended this one, because many servers take a command that comes before as a part of this transfer
     */
    public Reply finishSending(boolean another) throws FtpException {
        boolean ended = false;
        try (Watch watch = control.watchdog().watch(Phase.DATA, DRAIN, connection)) {
            try {
                connection.finishSending();
                ended = connection.isEncrypted();
            } catch (IOException e) {
                // Some servers wait for our close and never end their side: the reply decides, not the drain.
                control.log().note("ending the data connection: " + (watch.hasExpired() ? "no end" : e.getMessage()));
            }
        }
        closeConnection();
        return lastReply(another && ended);
    }

    private Reply lastReply(boolean another) throws FtpException {
        if (another && !pending.isComplete()) {
            connector.sendAhead();
        }
        Reply reply = control.await(pending, Phase.FINAL_REPLY);
        if (!reply.isCompletion()) {
            throw refusal(reply);
        }
        return reply;
    }

    private FtpException refusal(Reply reply) {
        TlsChannel tls = connection.tls();
        boolean tlsWanted = reply.code() == 425 || reply.code() == 450 || reply.code() == 522;
        if (tls != null && !tls.isResumed() && tlsWanted) {
            return new ResumptionRefused(reply);
        }
        return new Refused(pending.command().toString(), reply);
    }

    /**
     * Says why moving bytes failed. The server's last reply, if one comes, tells more than the broken socket.
     *
     * @param failure what the data connection threw
     */
    public FtpException afterFailure(FtpException failure) {
        closeConnection();
        if (failure instanceof Cancelled) {
            return failure;
        }
        try {
            Reply reply = control.await(pending, Phase.FINAL_REPLY);
            return reply.isCompletion() ? failure : refusal(reply);
        } catch (FtpException e) {
            return failure;
        }
    }

    /**
     * Breaks the transfer off so that the session can go on: ABOR, a short time in which the server may stop by itself,
     * then the data connection is closed and the replies are collected. Servers that do not answer in time lose the
     * control connection.
     */
    public void abort() {
        try {
            control.watchdog().reset();
            PendingReply abort = control.send(Command.of("ABOR"));
            control.flush();
            discard();
            closeConnection();
            control.await(pending, Phase.FINAL_REPLY);
            control.await(abort, Phase.FINAL_REPLY);
        } catch (FtpException e) {
            closeConnection();
            control.fail(e);
        }
    }

    private void discard() {
        ByteBuffer scratch = ByteBuffer.allocate(64 * 1024);
        long end = System.nanoTime() + ABORT.toNanos();
        try (Watch watch = control.watchdog().watch(Phase.DATA, ABORT, connection)) {
            while (System.nanoTime() < end && connection.read(scratch.clear()) >= 0) {
                watch.progress();
            }
        } catch (IOException e) {
            control.log().note("data connection broken off");
        }
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (IOException e) {
            control.log().note("closing the data connection: " + e.getMessage());
        }
    }
}
