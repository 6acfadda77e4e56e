// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Synchronisation;
import java.time.Duration;

/**
 * Asks a server two harmless things in one packet whose answers can be told apart: of equal ones nobody knows which is
 * which, and servers that answer what they do not know at once are no less wrong for it. Used once by the lane thread.
 */
final class PipelineProbe {

    /** Servers answer at once; a longer way to them than this makes them count as unable, which costs time only. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    /** What PWD is answered, and NOOP never. */
    static final int WHERE_REPLY = 257;

    private static final Command WHERE = Command.of("PWD");
    private static final Command HARMLESS = Command.of("NOOP");

    private final ControlConnection control;

    PipelineProbe(ControlConnection control) {
        this.control = control;
    }

    /**
     * Asks.
     *
     * @return whether the server has answered each as it should, and nothing more
     * @throws FtpException when the connection broke, or cannot be brought back into step
     */
    boolean run() throws FtpException {
        PendingReply where = control.sendToLearn(WHERE);
        PendingReply harmless = control.sendToLearn(HARMLESS);
        Reply first = control.awaitUnlessSilent(where, SILENCE);
        if (first == null) {
            throw control.fail(new TimedOut(Phase.REPLY, null));
        }
        Reply second = control.awaitUnlessSilent(harmless, SILENCE);
        if (second == null) {
            control.log().note("no answer to two commands at once: commands are sent one by one");
            control.withdraw(harmless);
            Synchronisation.restore(control, 1, SILENCE);
            return false;
        }
        if (control.hasUnsolicitedBytes()) {
            throw control.fail(new ProtocolViolation("more than two replies to two commands"));
        }
        return first.code() == WHERE_REPLY && second.isCompletion() && second.code() != WHERE_REPLY;
    }
}
