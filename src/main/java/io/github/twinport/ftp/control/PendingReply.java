// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The replies that one sent command is owed. Replies are matched to commands first in, first out, so several commands
 * may be under way at once. Used by the lane thread only.
 */
public final class PendingReply {

    /** Progress marks come as preliminary replies too, but not without end. */
    private static final int MOST_REPLIES = 10_000;

    private final Command command;
    private @Nullable Reply first;
    private @Nullable Reply last;
    private int replies;
    private final Kind kind;
    private boolean brokenOff;

    /** What is known about the reply before it comes. */
    enum Kind {
        /** It comes in its turn, with a code that the command can have. */
        ORDINARY,
        /** The command was sent while another one was under way and may be answered before that. */
        ASIDE,
        /** It may be the reply to another command: whether it is, is what is to be found out. */
        UNCERTAIN,
        /** It has come although nothing was asked. */
        SURPLUS
    }

    PendingReply(Command command, Kind kind) {
        this.command = command;
        this.kind = kind;
    }

    /** Whether it was sent while another command was under way. */
    boolean isAside() {
        return kind == Kind.ASIDE;
    }

    /** Whether nothing was sent. */
    boolean isSurplus() {
        return kind == Kind.SURPLUS;
    }

    /** Whether the reply shows that replies and commands are out of step. */
    boolean isOutOfStep(Reply reply) {
        return kind == Kind.ORDINARY && !brokenOff && ReplyOwners.isForeign(command, reply);
    }

    /** Whether this is what a NOOP beside a transfer is answered: 200, or that there is no such command. */
    boolean isAnsweredAsideBy(Reply reply) {
        return isAside() && (reply.code() == 200 || reply.isNotImplemented() || reply.code() == 503);
    }

    /** What was sent. */
    public Command command() {
        return command;
    }

    /** Whether anything has come in answer to the command. */
    public boolean isAnswered() {
        return first != null;
    }

    /** Whether the reply that ends the command has come. */
    public boolean isComplete() {
        return last != null;
    }

    /** The first reply that has come, preliminary or not, or null while there is none. */
    public @Nullable Reply first() {
        return first;
    }

    /** The reply that ended the command, or null while it has not come. */
    public @Nullable Reply last() {
        return last;
    }

    /**
     * Lets any reply but the first end the command from now on: Pure-FTPd's last word on a transfer whose data connection
     * was closed is a second 150.
     */
    public void breakOff() {
        brokenOff = true;
    }

    void take(Reply reply) throws ProtocolViolation {
        replies++;
        if (replies > MOST_REPLIES) {
            throw new ProtocolViolation("more than " + MOST_REPLIES + " replies to " + command);
        }
        if (first == null) {
            first = reply;
        }
        if (!reply.isPreliminary() || (brokenOff && replies > 1)) {
            last = reply;
        }
    }
}
