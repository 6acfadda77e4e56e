// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Synchronisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the control connection busy during long transfers by NOOP, so that no router forgets it. Servers answer at once
 * (pyftpdlib), after the transfer (vsftpd), with an error (Pure-FTPd) or not at all: every answer is counted, and after
 * anything but a plain yes that server gets none any more. Belongs to the lane thread.
 */
public final class ControlKeeper {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final ControlConnection control;
    private final long interval;
    private final boolean wanted;
    private final List<PendingReply> sent = new ArrayList<>();
    private Proof proof;
    private long last;

    /**
     * For one control connection.
     *
     * @param interval how long a transfer may last before a NOOP, and from one to the next; zero for none
     * @param wanted whether the user wants it although nobody knows whether the server copes
     * @param known what is known about that
     */
    public ControlKeeper(ControlConnection control, Duration interval, boolean wanted, Proof known) {
        this.control = control;
        this.interval = interval.toNanos();
        this.wanted = wanted;
        this.proof = known;
    }

    /** What is known by now. */
    public Proof proof() {
        return proof;
    }

    /** A transfer begins. */
    void begin() {
        last = System.nanoTime();
    }

    /** Something has moved: sends a NOOP if it is time. */
    void tick() {
        boolean allowed = proof == Proof.WORKS || (wanted && proof == Proof.UNKNOWN);
        if (!allowed || interval == 0 || System.nanoTime() - last < interval) {
            return;
        }
        last = System.nanoTime();
        try {
            sent.add(control.sendNoopAside());
        } catch (FtpException e) {
            // The data may arrive all the same; what is lost is noticed at the end of the transfer.
            control.log().note("NOOP could not be sent: " + e.getMessage());
        }
    }

    /** The transfer is over: every NOOP has to have its answer before the next command. */
    void settle() throws FtpException {
        int missing = 0;
        for (PendingReply pending : sent) {
            Reply reply = missing > 0 ? null : control.awaitUnlessSilent(pending, SILENCE);
            if (reply == null) {
                missing++;
                control.withdraw(pending);
                proof = Proof.REFUSED;
            } else {
                proof = reply.isCompletion() && proof != Proof.REFUSED ? Proof.WORKS : Proof.REFUSED;
            }
        }
        sent.clear();
        if (missing > 0) {
            control.log().note("NOOP during a transfer is not answered: none is sent any more");
            Synchronisation.restore(control, missing, SILENCE);
        }
    }
}
