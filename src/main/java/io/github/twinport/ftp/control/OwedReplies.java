// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.PendingReply.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for replies: first in, first out, but for what was sent beside a command that is under way, which
 * may be answered before it. Used by the lane thread only.
 */
final class OwedReplies {

    private static final Command NOTHING = Command.of("(nothing)");

    private final Deque<PendingReply> owed = new ArrayDeque<>();
    private boolean outOfTurn;
    private long progress = System.nanoTime();

    PendingReply add(PendingReply pending) {
        owed.add(pending);
        return pending;
    }

    /** What has come although nothing was asked is the answer to nothing that will be asked. */
    PendingReply expectSurplus() {
        return add(new PendingReply(NOTHING, Kind.SURPLUS));
    }

    void remove(PendingReply pending) {
        owed.remove(pending);
    }

    boolean isEmpty() {
        return owed.isEmpty();
    }

    /** How long one of them is waited for from now on. */
    Patience patience(Duration limit) {
        return new Patience(limit, () -> progress);
    }

    /** Whether anything has come that was no reply to what was asked. */
    boolean hasTakenOutOfTurn() {
        return outOfTurn;
    }

    /**
     * Gives a reply to the command whose it is. One that only repeats that the transfer before has ended is passed over.
     *
     * @throws ProtocolViolation when no command has asked for it, or only one that is not answered so
     */
    void take(Reply reply) throws ProtocolViolation {
        PendingReply owner = owner(reply);
        if (owner == null) {
            outOfTurn = true;
            throw new ProtocolViolation("a reply that no command asked for: " + reply);
        }
        outOfTurn |= owner.isSurplus();
        if (owner.isOutOfStep(reply)) {
            outOfTurn = true;
            if (owed.size() == 1 && ReplyOwners.isRepeatedEnd(owner.command(), reply)) {
                return;
            }
            throw new ProtocolViolation(owner.command().verb() + " answered by the reply to another command: " + reply);
        }
        boolean first = !owner.isAnswered();
        owner.take(reply);
        if (owner.isComplete()) {
            owed.remove(owner);
        }
        if (first || owner.isComplete()) {
            progress = System.nanoTime();
        }
    }

    /** The command to which a reply belongs; null where none has asked for it. */
    @Nullable
    Command commandOf(Reply reply) {
        PendingReply owner = owner(reply);
        return owner == null ? null : owner.command();
    }

    private @Nullable PendingReply owner(Reply reply) {
        for (PendingReply pending : owed) {
            if (pending.isAnsweredAsideBy(reply)) {
                return pending;
            }
        }
        for (PendingReply pending : owed) {
            if (!pending.isAside()) {
                return pending;
            }
        }
        return owed.peek();
    }
}
