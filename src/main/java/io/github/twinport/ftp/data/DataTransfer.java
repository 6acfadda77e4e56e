// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.CertificateRejected;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.tls.TlsChannel;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One command under way with its open data connection. Ends with {@link #finishReceiving}, {@link #finishSending} or
 * {@link #abort}. Belongs to the lane thread.
 */
public final class DataTransfer {

    /** How long an upload's end or an abort may keep reading what the server still sends. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** How long a server may leave a data connection open from which it has read everything. */
    private static final Duration END = Duration.ofSeconds(2);

    /** So long it is looked whether bytes have come; then the reply is waited for as long as for any other. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    /** How long the server may take for its last words on a transfer that has failed or was broken off. */
    static final Duration LAST_WORDS = Duration.ofSeconds(8);

    private final ControlConnection control;
    private final DataConnector connector;
    private final DataConnection connection;
    private final PendingReply pending;
    private boolean begunInSilence;
    private boolean endedInOrder;

    DataTransfer(ControlConnection control, DataConnector connector, DataConnection connection, PendingReply pending) {
        this.control = control;
        this.connector = connector;
        this.connection = connection;
        this.pending = pending;
        connector.keeper().begin();
    }

    /** Where the bytes travel. */
    public DataConnection connection() {
        return connection;
    }

    /**
     * Waits until the server has accepted the command. Some servers never say so but begin: bytes that come are taken for
     * it, and after a while of silence an upload begins as well, or the TLS handshake (see {@link SilentStart}).
     *
     * @throws Refused when it refuses; the data connection is closed then
     */
    public void awaitAcceptance() throws FtpException {
        try {
            if (begunInSilence) {
                return;
            }
            Reply first = firstReply();
            if (first == null) {
                begunInSilence = true;
                return;
            }
            connector.announced(first);
            demandNoRefusal(control, pending, first);
        } catch (Cancelled e) {
            closeConnection();
            // The server may wait for the connection much longer than anybody waits for the next reply.
            throw pending.isComplete() ? e : control.fail(e);
        } catch (FtpException e) {
            closeConnection();
            throw e;
        }
    }

    /** A reply 3yz asks for more, of which there is nothing: who goes on waits for data that never come. */
    static void demandNoRefusal(ControlConnection control, PendingReply pending, Reply first) throws FtpException {
        if (first.isIntermediate()) {
            throw control.fail(new Refused(pending.command().toString(), first));
        }
        if (first.isRefusal()) {
            throw new Refused(pending.command().toString(), first);
        }
    }

    private @Nullable Reply firstReply() throws FtpException {
        if (connector.isAnnouncing()) {
            return control.awaitFirst(pending, Phase.REPLY);
        }
        return connection.isEncrypted() ? firstBeforeTls() : firstInClear();
    }

    private @Nullable Reply firstBeforeTls() throws FtpException {
        Duration limit = control.watchdog().limit(Phase.REPLY);
        SilentStart start = connector.silentStart();
        if (!start.isPossibleWithTls()) {
            return control.awaitFirst(pending, Phase.REPLY);
        }
        Reply first = control.awaitFirstUnlessSilent(pending, start.withTls(limit));
        if (first == null) {
            control.log().note("the server says nothing: TLS begins without its word");
        } else if (first.isPreliminary()) {
            start.spoke();
        }
        return first;
    }

    private @Nullable Reply firstInClear() throws FtpException {
        Duration silence = connector.silentStart().inClear();
        long end = System.nanoTime() + LOOK.toNanos();
        while (System.nanoTime() < end) {
            Reply first = control.awaitFirstUnlessSilent(pending, silence);
            if (first == null && connection.hasBytes()) {
                connector.silentStart().worked();
                return null;
            }
            if (first != null || isUpload()) {
                return first;
            }
        }
        return control.awaitFirst(pending, Phase.REPLY);
    }

    /** Whether the data connection was ended by both sides as it should be, so that nothing of it is missing. */
    public boolean hasEndedInOrder() {
        return endedInOrder;
    }

    /** Begins to watch over the movement of bytes. */
    public Watch watch() {
        return control.watchdog().watch(Phase.DATA, connection);
    }

    /**
     * Breaks the transfer off where somebody has asked for it.
     *
     * @throws Cancelled when it was broken off
     */
    public void stopIfCancelled() throws Cancelled {
        if (control.watchdog().isCancelled()) {
            abort();
            throw new Cancelled();
        }
    }

    /** Begins the handshake before the server has accepted the command; whether that was in vain, its reply tells. */
    void greet() {
        try {
            connection.greet();
        } catch (IOException e) {
            control.log().note("greeting on the data connection: " + e.getMessage());
        }
    }

    void handshake() throws FtpException {
        try (Watch watch = control.watchdog().watch(Phase.HANDSHAKE, connection)) {
            try {
                connection.handshake();
            } catch (IOException e) {
                FtpException failure = control.watchdog().explain(watch, e);
                if (begunInSilence && !(failure instanceof Cancelled) && !(failure instanceof CertificateRejected)) {
                    connector.silentStart().failed();
                }
                throw afterFailure(failure);
            }
        }
        if (begunInSilence) {
            lookWhatTlsBeganBefore();
        }
        TlsChannel tls = connection.tls();
        if (tls != null) {
            control.log()
                    .note("data connection " + tls.version() + ", "
                            + (tls.isResumed() ? "session resumed" : "full handshake"));
        }
    }

    /** A server that has shaken hands without a word, or has said all at once, does not mean to say it before. */
    private void lookWhatTlsBeganBefore() throws FtpException {
        Reply last = control.awaitUnlessSilent(pending, Duration.ZERO);
        if (last != null && last.isRefusal()) {
            closeConnection();
            throw new Refused(pending.command().toString(), last);
        }
        if (last != null || !pending.isAnswered()) {
            connector.silentStart().worked();
        }
    }

    /**
     * Ends a transfer towards us whose data was read to its end, and waits for the last reply; all that was said.
     *
     * @param another whether another transfer follows at once, so that its port can be asked for ahead
     */
    public PendingReply finishReceiving(boolean another) throws FtpException {
        try (Watch watch = control.watchdog().watch(Phase.DATA, DRAIN, connection)) {
            TlsChannel tls = connection.tls();
            if (tls != null && tls.isTruncated()) {
                control.log().note("the data connection ended without close_notify: its end may have been cut off");
            } else if (connection.isTruncated()) {
                control.log().note("the data connection ended inside compressed data");
            }
            endedInOrder = !connection.isTruncated();
            connection.finishReceiving();
            watch.progress();
        } catch (IOException e) {
            control.log().note("ending the data connection: " + e.getMessage());
        }
        closeConnection();
        lastReply(another ? connector::sendAhead : null);
        return pending;
    }

    /**
     * Ends a transfer to the server after the last byte was written, and waits for the last reply.
     *
     * @param behind is sent before that reply has come, if the server has visibly ended the transfer by then: many servers
     *     take a command that comes earlier as a part of the transfer; null for nothing
     */
    public Reply finishSending(@Nullable Behind behind) throws FtpException {
        try (Watch watch = control.watchdog().watch(Phase.DATA, DRAIN, connection)) {
            try {
                connection.finishSending();
                endedInOrder = true;
            } catch (IOException e) {
                // Some servers wait for our close and never end their side: the reply decides, not the drain.
                control.log().note("ending the data connection: " + (watch.hasExpired() ? "no end" : e.getMessage()));
            }
        }
        boolean ended = behind != null && endedInOrder && (connection.isEncrypted() || awaitEnd());
        closeConnection();
        return lastReply(ended ? behind : null);
    }

    /**
     * Whether the server ends a data connection in clear when it has read everything. It is asked only after it has
     * accepted the command: one that refuses may never look at the connection.
     */
    private boolean awaitEnd() throws FtpException {
        if (begunInSilence || connector.leavesEndToUs()) {
            return false;
        }
        control.awaitFirst(pending, Phase.FINAL_REPLY);
        if (pending.isComplete()) {
            return false;
        }
        try (Watch watch = control.watchdog().watch(Phase.DATA, END, connection)) {
            try {
                return connection.awaitEnd();
            } catch (IOException e) {
                if (watch.hasExpired()) {
                    control.log().note("the server leaves the end of uploads to us");
                    connector.leaveEndToUs();
                }
                return false;
            }
        }
    }

    /** Something has moved: keeps the control connection from being forgotten meanwhile, where that is wanted. */
    public void keepControlAlive() {
        connector.keeper().tick();
    }

    private Reply lastReply(@Nullable Behind behind) throws FtpException {
        if (behind != null && !pending.isComplete()) {
            behind.send();
            control.flush();
        }
        Reply reply = control.await(pending, Phase.FINAL_REPLY);
        connector.keeper().settle();
        if (!reply.isCompletion()) {
            throw refusal(reply);
        }
        return reply;
    }

    /** A server that wants a resumed session says so before it sends anything: whoever repeats the command loses nothing. */
    private FtpException refusal(Reply reply) {
        TlsChannel tls = connection.tls();
        boolean tlsWanted = reply.code() == 425 || reply.code() == 450 || reply.code() == 522;
        if (tls != null && !tls.isResumed() && tlsWanted && !connection.hasReceived()) {
            return new ResumptionRefused(reply);
        }
        return new Refused(pending.command().toString(), reply);
    }

    /**
     * Says why moving bytes failed and brings the transfer to its end, so that the session can go on if the server still
     * answers. The server's last reply tells more than a broken socket, but not more than what this side knows.
     *
     * @param failure what the data connection threw
     */
    public FtpException afterFailure(FtpException failure) {
        if (failure instanceof Cancelled) {
            abort();
            return failure;
        }
        closeConnection();
        pending.breakOff();
        try {
            Reply reply = control.await(pending, Phase.FINAL_REPLY, LAST_WORDS);
            connector.keeper().settle();
            // What was begun without the server's word may have been refused meanwhile.
            boolean ours = (failure instanceof TimedOut && !begunInSilence) || failure instanceof CertificateRejected;
            return ours || !reply.isRefusal() ? failure : refusal(reply);
        } catch (ServiceEnded e) {
            return e;
        } catch (FtpException e) {
            return failure;
        }
    }

    /** Breaks the transfer off so that the session can go on; see {@link TransferAbort}. */
    public void abort() {
        new TransferAbort(control, connection, this::closeConnection, connector.keeper()).run(pending, isUpload());
    }

    private boolean isUpload() {
        String verb = pending.command().verb();
        return verb.equals("STOR") || verb.equals("APPE");
    }

    /** Commands that do not wait for the last reply to the transfer before them. */
    @FunctionalInterface
    public interface Behind {
        /** Queues or sends them; on the lane thread. */
        void send() throws FtpException;
    }

    /** Closes the data connection at once; for when the control connection is given up too. */
    public void discard() {
        closeConnection();
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (IOException e) {
            control.log().note("closing the data connection: " + e.getMessage());
        }
        connection.release();
    }
}
