// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.PipelineBroken;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ServiceEnded;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends commands that do not depend on each other without waiting for each reply, where the server has shown that it
 * copes; one by one where it has not. For commands without data connections. Belongs to the lane thread.
 */
final class Pipeline {

    /** Bounded, so that no server's input buffer has to hold more; a hundred were measured to work on every server. */
    private static final int MOST_COMMANDS = 50;

    private static final int MOST_CHARACTERS = 4_000;

    private final ControlConnection control;
    private Proof proof;

    Pipeline(ControlConnection control, Proof known) {
        this.control = control;
        this.proof = known;
    }

    /** What is known by now: the first reply that is none to what was asked takes back what was. */
    Proof proof() {
        if (control.hasSpokenOutOfTurn()) {
            refuse();
        }
        return proof;
    }

    /** Whether it is known already that several commands may be under way at once; asks nobody. */
    boolean isKnownToWork() {
        return proof() == Proof.WORKS;
    }

    /** Goes on one by one, whatever was known. */
    void refuse() {
        proof = Proof.REFUSED;
    }

    /**
     * Whether several commands may be under way at once; asks the server where nobody has so far.
     *
     * @throws PipelineBroken when the server did not survive the question
     */
    boolean isProven() throws FtpException {
        if (proof() == Proof.UNKNOWN) {
            try {
                proof = new PipelineProbe(control).run() ? Proof.WORKS : Proof.REFUSED;
            } catch (FtpException e) {
                throw broken(e);
            }
        }
        return isKnownToWork();
    }

    /**
     * Learns from commands that have been sent to a server of which nothing was known. A single one tells nothing, and
     * only replies that can be told apart show that they came in the right order: the last command is PWD, and no other.
     *
     * @throws PipelineBroken when some of them are not answered; the connection is closed then
     */
    void judge(List<PendingReply> sent) throws FtpException {
        if (sent.size() < 2) {
            control.await(sent.getFirst());
            return;
        }
        try {
            for (PendingReply each : sent) {
                if (control.awaitUnlessSilent(each, PipelineProbe.SILENCE) == null) {
                    throw control.fail(new TimedOut(Phase.REPLY, null));
                }
            }
            if (control.hasUnsolicitedBytes()) {
                throw control.fail(new ProtocolViolation("more replies than commands"));
            }
        } catch (FtpException e) {
            throw broken(e);
        }
        Reply where = control.await(sent.getLast());
        proof = where.code() == PipelineProbe.WHERE_REPLY ? Proof.WORKS : Proof.REFUSED;
    }

    private FtpException broken(FtpException cause) {
        if (cause instanceof Cancelled || cause instanceof ServiceEnded) {
            return cause;
        }
        refuse();
        return new PipelineBroken(cause);
    }

    /**
     * Sends independent commands and waits for all their replies. One that the charset cannot express is not sent and
     * has 501 for its reply.
     *
     * @throws PipelineBroken when replies are missing or the connection has ended in the middle; it is closed then
     * @throws Cancelled when somebody cancels; what has been sent has been answered then
     */
    List<Reply> executeAll(List<Command> commands) throws FtpException {
        List<Reply> replies = new ArrayList<>(commands.size());
        while (replies.size() < commands.size()) {
            if (control.watchdog().isCancelled()) {
                throw new Cancelled();
            }
            List<Command> rest = commands.subList(replies.size(), commands.size());
            if (rest.size() > 1 && isProven()) {
                replies.addAll(executeTogether(rest.subList(0, portion(rest))));
            } else {
                replies.add(executeAlone(rest.getFirst()));
            }
        }
        return replies;
    }

    /** Sends two commands of which the second has no effect unless the first has worked; one reply or both. */
    List<Reply> executePair(Command first, Command second) throws FtpException {
        if (isProven()) {
            return together(List.of(first, second));
        }
        Reply reply = control.execute(first);
        return reply.isRefusal() ? List.of(reply) : List.of(reply, control.execute(second));
    }

    private static int portion(List<Command> commands) {
        int characters = 0;
        int count = 0;
        for (Command command : commands) {
            characters += command.verb().length() + command.argument().length() + 3;
            if (count > 0 && (count == MOST_COMMANDS || characters > MOST_CHARACTERS)) {
                break;
            }
            count++;
        }
        return count;
    }

    /** A server that garbles what comes at once may say that it does not know the command: so it is asked once more. */
    private List<Reply> executeTogether(List<Command> commands) throws FtpException {
        List<Reply> replies = together(commands);
        for (int i = 0; i < replies.size(); i++) {
            if (!replies.get(i).isNotImplemented()) {
                continue;
            }
            Reply again = executeAlone(commands.get(i));
            if (again.isNotImplemented()) {
                break;
            }
            replies.set(i, again);
            refuse();
        }
        return replies;
    }

    /** Sends commands at once, which is known to work, and waits for all replies. */
    List<Reply> together(List<Command> commands) throws FtpException {
        List<Sent> sent = new ArrayList<>(commands.size());
        List<Reply> replies = new ArrayList<>(commands.size());
        for (Command command : commands) {
            sent.add(send(command));
        }
        try {
            for (Sent each : sent) {
                replies.add(
                        switch (each) {
                            case Sent.UnderWay sentCommand -> control.await(sentCommand.pending());
                            case Sent.Unsendable unsendable -> unsendable.reply();
                        });
            }
            if (control.hasUnsolicitedBytes()) {
                throw control.fail(new ProtocolViolation("more replies than commands"));
            }
        } catch (FtpException e) {
            throw broken(e);
        }
        return replies;
    }

    private Sent send(Command command) throws FtpException {
        try {
            return new Sent.UnderWay(control.send(command));
        } catch (Refused e) {
            return new Sent.Unsendable(e.reply());
        }
    }

    private Reply executeAlone(Command command) throws FtpException {
        try {
            return control.execute(command);
        } catch (Refused e) {
            return e.reply();
        }
    }
}
