// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Watchdog.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;

/**
 * Breaks a transfer off so that the session can go on: ABOR, a short time in which the server may stop by itself, then the
 * data connection is closed and the replies are collected. Servers that do not answer in time, or with other than two
 * replies, lose the control connection. Belongs to the lane thread.
 */
final class TransferAbort {

    private static final Duration ABORT = Duration.ofSeconds(2);

    /** How long a server that has answered once to a transfer and its ABOR may take to answer again. */
    private static final Duration SECOND_REPLY = Duration.ofSeconds(2);

    private static final Set<Integer> OF_TRANSFERS = Set.of(225, 226, 425, 426, 451);

    private final ControlConnection control;
    private final DataConnection connection;
    private final Runnable closing;
    private final ControlKeeper keeper;

    /**
     * For one transfer.
     *
     * @param closing closes its data connection
     */
    TransferAbort(ControlConnection control, DataConnection connection, Runnable closing, ControlKeeper keeper) {
        this.control = control;
        this.connection = connection;
        this.closing = closing;
        this.keeper = keeper;
    }

    /** Breaks it off. */
    void run(PendingReply transfer, boolean upload) {
        try {
            control.watchdog().reset();
            control.interrupt();
            PendingReply abort = control.send(Command.of("ABOR"));
            control.flush();
            stop(upload);
            closing.run();
            transfer.breakOff();
            control.await(transfer, Phase.FINAL_REPLY, DataTransfer.LAST_WORDS);
            if (control.awaitUnlessSilent(abort, SECOND_REPLY) == null) {
                // pyftpdlib says nothing of a transfer that is broken off before its first byte.
                control.withdraw(abort);
            }
            keeper.settle();
            demandNoMore();
        } catch (FtpException e) {
            closing.run();
            control.fail(e);
        }
    }

    private void demandNoMore() throws FtpException {
        if (control.hasUnsolicitedBytes()) {
            throw new ProtocolViolation("more replies to ABOR than two");
        }
        Reply next = control.await(control.send(Command.of("NOOP")), Phase.REPLY, DataTransfer.LAST_WORDS);
        if (OF_TRANSFERS.contains(next.code())) {
            throw new ProtocolViolation("one more reply to ABOR: " + next);
        }
    }

    /** An upload ends with its last byte; a download is read on for a moment, for some servers end at a closed socket. */
    private void stop(boolean upload) {
        ByteBuffer scratch = ByteBuffer.allocate(64 * 1024);
        long end = System.nanoTime() + ABORT.toNanos();
        try (Watch watch = control.watchdog().watch(Phase.DATA, ABORT, connection)) {
            if (upload) {
                connection.finishSending();
                return;
            }
            while (System.nanoTime() < end && connection.read(scratch.clear()) >= 0) {
                watch.progress();
            }
        } catch (IOException e) {
            control.log().note("data connection broken off");
        }
    }
}
