// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Synchronisation;
import java.time.Duration;

/**
 * Asks a server two harmless things in one packet. Where an answer is missing the connection is brought back into step
 * and goes on. Used once by the lane thread.
 */
final class PipelineProbe {

    /** Servers answer NOOP at once; a longer way to them than this makes them count as unable, which costs time only. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Command HARMLESS = Command.of("NOOP");

    private final ControlConnection control;

    PipelineProbe(ControlConnection control) {
        this.control = control;
    }

    /**
     * Asks.
     *
     * @return whether the server has answered both, with the same code and nothing more
     * @throws FtpException when the connection broke
     */
    boolean run() throws FtpException {
        PendingReply first = control.send(HARMLESS);
        PendingReply second = control.send(HARMLESS);
        Reply one = control.awaitUnlessSilent(first, SILENCE);
        Reply other = one == null ? null : control.awaitUnlessSilent(second, SILENCE);
        if (one != null && other != null) {
            if (control.hasUnsolicitedBytes()) {
                throw control.fail(new ProtocolViolation("more than two replies to two commands"));
            }
            return one.code() == other.code();
        }
        control.log().note("no answer to two commands at once: commands are sent one by one");
        control.withdraw(first);
        control.withdraw(second);
        Synchronisation.restore(control, one == null ? 2 : 1, SILENCE);
        return false;
    }
}
