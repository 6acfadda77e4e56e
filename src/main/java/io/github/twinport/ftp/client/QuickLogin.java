// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.PipelineBroken;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with one packet: USER, PASS, where wanted PBSZ and PROT, and FEAT. Only with servers that have shown that they
 * cope with several commands at once, and only where nothing else may be asked for. Belongs to the lane thread.
 */
final class QuickLogin {

    private static final int PASSWORD_WANTED = 331;
    private static final int ACCOUNT_WANTED = 332;

    /** "Bad sequence of commands": what the second command gets where the first one was lost. */
    private static final int BAD_SEQUENCE = 503;

    /** "Not logged in": what FEAT gets from servers that check the password meanwhile. */
    private static final int NOT_LOGGED_IN = 530;

    private final ControlConnection control;
    private final ConnectionSettings settings;

    QuickLogin(ControlConnection control, ConnectionSettings settings) {
        this.control = control;
        this.settings = settings;
    }

    /** Whether it can be tried with a server of which so much is known. */
    static boolean isPossible(ConnectionSettings settings, Proof pipelining) {
        LoginExtras extras = settings.options().login();
        return pipelining == Proof.WORKS
                && extras.proxy() == null
                && extras.virtualHost().isEmpty()
                && !extras.telnetAbort()
                && !settings.tls().clearControl()
                && !settings.credentials().password().isEmpty()
                && settings.credentials().account().isEmpty();
    }

    /**
     * Logs in.
     *
     * @param encrypted whether the protection of data connections has to be told
     * @return the reply to FEAT
     * @throws PipelineBroken when the replies are others than those of a login step by step could be
     */
    Reply run(boolean encrypted) throws FtpException {
        try {
            return logIn(encrypted);
        } catch (ConnectionLost | TimedOut | ProtocolViolation e) {
            throw new PipelineBroken(e);
        }
    }

    private Reply logIn(boolean encrypted) throws FtpException {
        PendingReply user =
                control.send(Command.of("USER", settings.credentials().user()));
        PendingReply password =
                control.send(Command.secret("PASS", settings.credentials().password()));
        PendingReply protection = encrypted ? sendProtection() : null;
        PendingReply features = control.send(Command.of("FEAT"));
        demandLogin(control.await(user), password);
        control.letIn();
        if (protection != null) {
            Login.demandProtection(control, settings, control.await(protection));
        }
        Reply told = control.await(features);
        boolean early = told.code() == NOT_LOGGED_IN || told.code() == BAD_SEQUENCE;
        return early ? control.execute(Command.of("FEAT")) : told;
    }

    private @Nullable PendingReply sendProtection() throws FtpException {
        control.send(Command.of("PBSZ", "0"));
        return control.send(Command.of("PROT", settings.tls().dataProtection().code()));
    }

    private void demandLogin(Reply user, PendingReply password) throws FtpException {
        if (user.isCompletion()) {
            // There is no password: what is said to ours does not matter.
            control.await(password);
            return;
        }
        Reply last = user.code() == PASSWORD_WANTED ? control.await(password) : user;
        if (last.code() == BAD_SEQUENCE || last.code() == ACCOUNT_WANTED || last.isIntermediate()) {
            throw control.fail(new ProtocolViolation("no login by USER and PASS at once: " + last));
        }
        if (!last.isCompletion()) {
            throw Login.refused(control, last);
        }
    }
}
